import { article, closePages, openPage, passageIds, siteNames, siteUrl } from "./support/site";

afterEach(closePages);

const work = "openai-microsoft-rift";

describe.each(siteNames)("previews on the %s site", (site) => {
  const ask = (path: string, headers: Record<string, string> = {}) => fetch(`${siteUrl(site)}${path}`, { headers });
  const png = async (path: string) => Buffer.from(await (await ask(path)).arrayBuffer());

  it("are pictures of 1200 × 630, another for each passage, range and work", async () => {
    const ids = await passageIds(await openPage(article("en"), { site }));
    const paths = [`${work}.png`, "guide.png", `${work}/${ids[0]}.png`, `${work}/${ids[7]}.png`];
    const pictures = await Promise.all(
      [...paths, `${work}/${ids[3]}..${ids[5]}.png`].map((path) => png(`/card/${path}`)),
    );
    for (const picture of pictures) {
      expect(picture.subarray(1, 4).toString()).toBe("PNG");
      expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
      // A sheet without words is a twentieth of that.
      expect(picture.length).toBeGreaterThan(20_000);
    }
    expect(new Set(pictures.map((picture) => picture.toString("base64"))).size).toBe(pictures.length);
  });

  it("are the same for a range given backwards", async () => {
    const ids = await passageIds(await openPage(article("en"), { site }));
    const [onwards, back] = [
      await png(`/card/${work}/${ids[3]}..${ids[5]}.png`),
      await png(`/card/${work}/${ids[5]}..${ids[3]}.png`),
    ];
    expect(back.equals(onwards)).toBe(true);
  });

  it("may be kept, asked for again in few bytes, and shown by other sites, and are no pages to list", async () => {
    const first = await ask("/card/guide.png");
    expect(first.headers.get("content-type")).toBe("image/png");
    expect(first.headers.get("cache-control")).toMatch(/^public, max-age=\d+/);
    expect(first.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect(first.headers.get("x-robots-tag")).toBe("noindex");
    const again = await ask("/card/guide.png", { "if-none-match": first.headers.get("etag") ?? "" });
    expect(again.status).toBe(304);
  });

  it.each([
    "nothing-here.png",
    "guide.jpg",
    "guide",
    "guide/zzzzz.png",
    "guide/a.b.png",
    "nothing/k7m2q.png",
    "damaged.png",
  ])("are not found at /card/%s", async (path) => expect((await ask(`/card/${path}`)).status).toBe(404));
});

describe.each(siteNames)("a link read as those who show it do, without script, on the %s site", (site) => {
  it.each([
    ["en", "translation", "source"],
    ["zh", "source", "translation"],
  ] as const)("shows its passage in both languages, %s first", async (locale, near, far) => {
    const start = await openPage(article(locale), { site });
    const id = (await passageIds(start))[4] ?? "";
    const words = async (side: string) =>
      (await start.locator(`#${id} .side.${side} p`).first().innerText()).slice(0, 30);
    const page = await openPage(`${article(locale)}/${id}`, { site, javaScript: false });
    const meta = (name: string) =>
      page.locator(`meta[property="${name}"], meta[name="${name}"]`).first().getAttribute("content");
    const said = await Promise.all(
      ["og:description", "twitter:description", "og:image:alt", "twitter:image:alt"].map(meta),
    );
    for (const each of said) {
      expect(each).toContain(await words(near));
      expect(each).toContain(await words(far));
    }
    expect((await meta("og:description"))?.startsWith(await words(near))).toBe(true);
    expect(await meta("og:title")).toContain((await words(near)).slice(0, 20));
    expect(await meta("twitter:card")).toBe("summary_large_image");
    expect(await meta("og:locale")).toBe(locale === "en" ? "en_US" : "zh_CN");
    expect(await meta("og:locale:alternate")).toBe(locale === "en" ? "zh_CN" : "en_US");
    expect([await meta("og:image:width"), await meta("og:image:height")]).toEqual(["1200", "630"]);
    const image = new URL((await meta("og:image")) ?? "");
    expect(image.pathname).toBe(`/card/${work}/${id}.png`);
    const picture = await fetch(`${siteUrl(site)}${image.pathname}`);
    expect([picture.status, picture.headers.get("content-type")]).toEqual([200, "image/png"]);
    expect(new URL((await meta("og:url")) ?? "").pathname).toBe(`${article(locale)}/${id}`);
  });

  it("shows a range by its first and last passage", async () => {
    const ids = await passageIds(await openPage(article("en"), { site }));
    const page = await openPage(`${article("en")}/${ids[5]}..${ids[3]}`, { site, javaScript: false });
    const image = await page.locator('meta[property="og:image"]').getAttribute("content");
    expect(image).toMatch(new RegExp(`/card/${work}/${ids[3]}\\.\\.${ids[5]}\\.png$`));
  });

  it("shows no picture of a passage that there is not", async () => {
    const page = await openPage(`${article("en")}/zzzzz`, { site, javaScript: false });
    expect(await page.locator('meta[property="og:image"]').count()).toBe(0);
  });
});
