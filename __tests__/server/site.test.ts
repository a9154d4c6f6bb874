import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from "node:zlib";
import { createSite, type SiteParts } from "@/server/site";

const body = `<!DOCTYPE html><html lang="en" data-runtime="none"><body><p>${"text ".repeat(400)}</p><script>runtime()</script></body></html>`;

const html = { "Content-Type": "text/html; charset=utf-8" };

let server: Server;
const logged: string[] = [];
let isReady = true;
let drawings = 0;

async function draw({ url, method, headers }: IncomingMessage, response: ServerResponse) {
  if (method !== "GET" || headers["accept-encoding"] || headers["x-middleware-subrequest"])
    throw new Error("Next was asked for less than the whole.");
  drawings += 1;
  if (url?.startsWith("/throws")) throw new Error("secret of the house");
  if (url?.startsWith("/fails")) return void response.writeHead(500, html).end('<html id="__next_error__"></html>');
  if (url?.startsWith("/_next/"))
    return void response.writeHead(404, html).end("<html><body>Next says 404</body></html>");
  response.setHeader("X-Powered-By", "Next.js");
  response.setHeader("x-nextjs-cache", "HIT");
  response.writeHead(200, { "Content-Type": url === "/data" ? "application/json" : "text/html; charset=utf-8" });
  response.write(body.slice(0, 50));
  response.end(body.slice(50));
}

type Answer = { status: number; headers: IncomingMessage["headers"]; body: Buffer };
function ask(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    request({ port, path, headers, method, host: "127.0.0.1" }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on("error", reject)
      .end();
  });
}

beforeAll(async () => {
  const parts: SiteParts = {
    draw,
    assets: new Map([["/assets/reading.abc.js", Buffer.from("start();".repeat(200))]]),
    modules: {},
    isHttps: false,
    isReady: () => isReady,
    log: (line) => logged.push(line),
  };
  server = createServer(createSite(parts)).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
});
afterAll(() => server.close());

describe("the finishing server", () => {
  it.each([
    ["br", brotliDecompressSync],
    ["gzip", gunzipSync],
  ] as const)("sends %s to those who accept it, the same page to all", async (encoding, open) => {
    const plain = await ask("/");
    const packed = await ask("/", { "accept-encoding": encoding });
    expect(packed.headers["content-encoding"]).toBe(encoding);
    expect(packed.headers.vary).toBe("Accept-Encoding");
    expect(open(packed.body).equals(plain.body)).toBe(true);
    expect(plain.body.toString()).not.toContain("runtime()");
  });
  it.each(["br;q=0", "identity", "", "*;q=0"])("sends nothing compressed to those who say %j", async (accepted) => {
    expect((await ask("/", { "accept-encoding": accepted })).headers["content-encoding"]).toBeUndefined();
  });
  it("answers 304 to those who hold the page in that form", async () => {
    const { headers } = await ask("/", { "accept-encoding": "br" });
    const tag = headers.etag ?? "";
    const again = await ask("/", { "accept-encoding": "br", "if-none-match": `"other", W/${tag}` });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect(again.headers["x-content-type-options"]).toBe("nosniff");
    expect((await ask("/", { "if-none-match": tag })).status).toBe(200);
  });
  it("answers HEAD with the headers of GET and no body", async () => {
    const [get, head] = [await ask("/"), await ask("/", {}, "HEAD")];
    expect(head.body.length).toBe(0);
    expect(head.headers["content-length"]).toBe(get.headers["content-length"]);
    expect(head.headers.etag).toBe(get.headers.etag);
  });
  it("asks Next once for a page, whoever reads it and however", async () => {
    await ask("/en/once");
    const before = drawings;
    const answers = await Promise.all([ask("/en/once"), ask("/en/once?view=source"), ask("/en/once", {}, "HEAD")]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(drawings).toBe(before);
  });
  it("takes pains over a page that many read, and none over an address that nobody will ask for again", async () => {
    const packed = async (path: string) => (await ask(path, { "accept-encoding": "br" })).body.length;
    const [plain, kept, once] = [await ask("/en/kept"), await packed("/en/kept"), await packed("/en/kep%74")];
    expect(kept).toBe(brotliCompressSync(plain.body).length);
    expect(once).toBeGreaterThan(kept);
    expect(await packed("/en/kept")).toBe(kept);
  });
  it("remembers the language of a page that it holds, for those whose browser says another", async () => {
    const cookies = async (headers: Record<string, string>) => (await ask("/zh/once", headers)).headers["set-cookie"];
    for (const visit of ["first", "second"]) {
      expect([visit, await cookies({ "accept-language": "en" })]).toEqual([
        visit,
        [expect.stringMatching(/^NEXT_LOCALE=zh;/)],
      ]);
      expect([visit, await cookies({ "accept-language": "zh-CN,en;q=0.5" })]).toEqual([visit, undefined]);
    }
  });
  it.each([
    "/%",
    "/%ff",
    "/a%",
    "//evil.example/",
    "/..%2f..%2fetc",
    "/a/../b",
    "/%00",
    "/a%5cb",
    `/${"a".repeat(3000)}`,
  ])("answers 400 to %s", async (path) => {
    const { status, headers } = await ask(path);
    expect(status).toBe(400);
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
  });
  it.each(["POST", "PUT", "DELETE", "OPTIONS"])("answers 405 to %s", async (method) => {
    const { status, headers } = await ask("/", {}, method);
    expect([status, headers.allow]).toEqual([405, "GET, HEAD"]);
  });
  it("keeps to itself how pages are made, and never passes on what would skip the proxy", async () => {
    const { status, headers } = await ask("/", { "x-middleware-subrequest": "proxy:proxy", "x-nextjs-data": "1" });
    expect(status).toBe(200);
    expect(Object.keys(headers).filter((name) => /next|powered/.test(name))).toEqual([]);
  });
  it("shows a reader whose page failed a number, and the log the reason", async () => {
    const { status, body: shown } = await ask("/throws");
    expect(status).toBe(500);
    expect(shown.toString()).not.toContain("secret");
    const number = /[0-9a-f]{8}/.exec(shown.toString())?.[0] ?? "none";
    expect(logged.join("\n")).toContain(number);
    expect(logged.join("\n")).toContain("secret of the house");
  });
  it("never shows the empty page that Next draws for what failed", async () => {
    const { status, body: shown, headers } = await ask("/fails");
    expect(status).toBe(500);
    expect(shown.toString()).toMatch(/Something went wrong.*出了点问题/s);
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(logged.join("\n")).toContain("GET /fails");
  });
  it("answers what Next alone knows nothing of with a plain line", async () => {
    const { status, body: shown, headers } = await ask("/_next/static/nothing.js");
    expect([status, headers["content-type"]]).toEqual([404, "text/plain; charset=utf-8"]);
    expect(shown.toString()).not.toContain("Next");
  });
  it("holds a page under one spelling of its address", async () => {
    await ask("/en/on%63e");
    const before = drawings;
    await ask("/en/on%63e");
    expect(drawings).toBe(before + 1);
  });
  it("leaves what is not HTML as it is", async () => {
    expect((await ask("/data")).body.toString()).toBe(body);
  });
  it.each([
    ["/en/page", "same-origin", null, "'none'"],
    ["/embedded", "same-origin", null, "'none'"],
    ["/card/page", "cross-origin", "noindex", "'none'"],
    ["/pictures/page", "cross-origin", null, "'none'"],
    ["/embed/en/page", "cross-origin", "noindex", "*"],
  ])("lets other sites have of %s what is theirs", async (path, resource, robots, ancestors) => {
    for (const visit of ["first", "second"]) {
      const { headers } = await ask(path);
      expect([
        visit,
        headers["cross-origin-resource-policy"],
        headers["x-robots-tag"] ?? null,
        /frame-ancestors ([^;]+)/.exec(`${headers["content-security-policy"]}`)?.[1],
      ]).toEqual([visit, resource, robots, ancestors]);
    }
  });
  it("serves its own script for a year", async () => {
    const { headers } = await ask("/assets/reading.abc.js", { "accept-encoding": "gzip" });
    expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(headers["content-encoding"]).toBe("gzip");
  });
  it("says whether it lives and whether it can serve", async () => {
    expect((await ask("/healthz")).status).toBe(200);
    expect((await ask("/readyz")).status).toBe(200);
    isReady = false;
    expect((await ask("/readyz")).status).toBe(503);
    expect((await ask("/healthz")).status).toBe(200);
    isReady = true;
  });
});
