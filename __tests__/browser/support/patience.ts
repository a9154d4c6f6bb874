/** A page on a busy machine may take seconds; a test that needs a minute has failed. */
jest.setTimeout(60_000);
