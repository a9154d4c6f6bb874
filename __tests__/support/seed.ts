import fc from "fast-check";

/**
 * Properties are tried on the same cases each time, so that a change alone turns a test red. `DUIDU_SEED=random` draws
 * new ones; what they find becomes a named test.
 */
const { DUIDU_SEED: asked = "20250430" } = process.env;
if (asked !== "random") fc.configureGlobal({ seed: Number(asked) });
