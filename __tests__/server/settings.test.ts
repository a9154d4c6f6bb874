import { readSettings } from "@/server/settings";

describe("the server's settings", () => {
  const read = (given: Record<string, string>) => readSettings(given as unknown as NodeJS.ProcessEnv);
  it("listen on loopback, port 3000, unless told", () => {
    expect(read({})).toEqual({ port: 3000, host: "127.0.0.1", isHttps: false });
  });
  it.each(["", " "])("take PORT=%j for one that was not filled in", (PORT) => {
    expect(read({ PORT })).toMatchObject({ port: 3000 });
  });
  it("choose any free port for PORT=0", () => expect(read({ PORT: "0" })).toMatchObject({ port: 0 }));
  it("honour PORT, HOST and SITE_URL", () => {
    expect(read({ PORT: "8080", HOST: "0.0.0.0", SITE_URL: "https://read.example.org" })).toEqual({
      port: 8080,
      host: "0.0.0.0",
      isHttps: true,
    });
  });
  it.each([{ PORT: "eighty" }, { PORT: "70000" }, { HOST: "" }, { SITE_URL: "ftp://x" }])(
    "say in one line what is wrong with %j",
    (given) => {
      const problem = read(given as unknown as Record<string, string>);
      expect(problem).toMatch(new RegExp(`^${Object.keys(given)[0]}=`));
    },
  );
});
