import type { OutgoingHttpHeaders, ServerResponse } from "node:http";

type Chunk = string | Uint8Array;

/**
 * Holds back what is written to a response, until it ends. Headers are set on the response as usual; nothing is sent.
 * @returns the body, once whoever writes has ended it, and what gives the response back before that; after either it can
 *   be written to as if it were new
 */
export function captureBody(response: ServerResponse): { body: Promise<Buffer>; release: () => void } {
  const original = {
    write: response.write,
    end: response.end,
    writeHead: response.writeHead,
    flushHeaders: response.flushHeaders,
  };
  const chunks: Buffer[] = [];
  const keep = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === "string")
      chunks.push(Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8"));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const callback = (given: readonly unknown[]) =>
    given.find((each) => typeof each === "function") as (() => void) | undefined;

  const release = () => void Object.assign(response, original);
  const body = new Promise<Buffer>((resolve) => {
    Object.assign(response, {
      flushHeaders() {},
      writeHead(status: number, ...rest: readonly unknown[]) {
        response.statusCode = status;
        const headers = rest.find((each) => typeof each === "object" && each !== null) as
          OutgoingHttpHeaders | undefined;
        for (const [name, value] of Object.entries(headers ?? {}))
          if (value !== undefined) response.setHeader(name, value);
        return response;
      },
      write(chunk: Chunk, ...rest: readonly unknown[]) {
        keep(chunk, rest[0]);
        callback(rest)?.();
        return true;
      },
      end(...given: readonly unknown[]) {
        keep(given[0], given[1]);
        release();
        resolve(Buffer.concat(chunks));
        const done = callback(given);
        if (done) response.once("finish", done);
        return response;
      },
    });
  });
  return { body, release };
}
