import { XMLParser, XMLValidator } from "fast-xml-parser";
import { article, closePages, openPage, siteNames, siteUrl } from "./support/site";

afterEach(closePages);

const parser = new XMLParser({
  ignoreAttributes: false,
  isArray: (name) => /^(url|xhtml:link|entry|item|link)$/.test(name),
});

type Link = Record<string, string>;
type Sitemap = { urlset: { url: { loc: string; lastmod: string; "xhtml:link": Link[] }[] } };
type Atom = {
  feed: {
    title: string;
    entry: { title: { "#text": string }; id: string; link: Link[]; content: { "#text": string } }[];
  };
};
type Rss = { rss: { channel: { item: { title: string; link: string[]; guid: unknown }[] } } };

describe.each(siteNames)("for machines, the %s site", (site) => {
  const get = async (path: string) => {
    const response = await fetch(`${siteUrl(site)}${path}`);
    return { type: response.headers.get("content-type") ?? "", status: response.status, text: await response.text() };
  };
  /** Addresses are those of SITE_URL; this test reads the site elsewhere. */
  const statusOf = async (address: string) => (await fetch(`${siteUrl(site)}${new URL(address).pathname}`)).status;
  const xml = async <T>(path: string): Promise<T> => {
    const { text, status } = await get(path);
    expect([path, status, XMLValidator.validate(text)]).toEqual([path, 200, true]);
    return parser.parse(text) as T;
  };

  it("has a sitemap whose every address answers, with the same page in each language", async () => {
    const { urlset } = await xml<Sitemap>("/sitemap.xml");
    expect(urlset.url.length).toBeGreaterThanOrEqual(2 * 4);
    const all = new Set(urlset.url.map(({ loc }) => loc));
    expect(all.size).toBe(urlset.url.length);
    for (const { loc, lastmod, "xhtml:link": links } of urlset.url) {
      expect([loc, await statusOf(loc)]).toEqual([loc, 200]);
      expect(lastmod).toMatch(/^\d{4}-\d\d-\d\d/);
      expect(links.map((link) => link["@_hreflang"]).sort()).toEqual(["en", "x-default", "zh-Hans"]);
      for (const link of links) expect(all).toContain(link["@_href"]);
    }
    expect([...all].filter((loc) => /damaged/.test(loc))).toEqual([]);
  });

  it("says in the sitemap what its pages say of themselves: canonical and mutual hreflang", async () => {
    const { urlset } = await xml<Sitemap>("/sitemap.xml");
    for (const { loc, "xhtml:link": links } of urlset.url) {
      const { text } = await get(new URL(loc).pathname);
      expect(/<link rel="canonical" href="([^"]+)"/.exec(text)?.[1]).toBe(loc);
      const own = text.matchAll(/<link rel="alternate" hrefLang="([^"]+)" href="([^"]+)"/gi);
      expect(Object.fromEntries(Array.from(own, ([, language, href]) => [language, href]))).toEqual(
        Object.fromEntries(links.map((link) => [link["@_hreflang"], link["@_href"]])),
      );
    }
  });

  it("has Atom and RSS of its works, with both titles, and pages that lead there", async () => {
    const [{ feed }, { rss }] = [await xml<Atom>("/feed.xml"), await xml<Rss>("/rss.xml")];
    expect(feed.title).toBe("Duidu · 对读");
    const ids = feed.entry.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const entry = feed.entry.find(({ id }) => id.endsWith("/openai-microsoft-rift"));
    expect(entry?.title["#text"]).toMatch(/OpenAI微软.+ · OpenAI and Microsoft/);
    expect(entry?.content["#text"]).toMatch(/<p lang="zh-Hans">.+<p lang="en">/);
    for (const { link } of feed.entry) expect(await statusOf(link[0]?.["@_href"] ?? "")).toBe(200);
    expect(rss.channel.item).toHaveLength(feed.entry.length);
    for (const { link } of rss.channel.item) expect(await statusOf(link[0] ?? "")).toBe(200);
    for (const path of ["/en", article("zh")]) {
      const page = await openPage(path, { site, javaScript: false });
      const links = page.locator('link[rel=alternate]:is([type="application/atom+xml"], [type="application/rss+xml"])');
      const paths = await links.evaluateAll((all) =>
        all.map((each) => new URL((each as HTMLLinkElement).href).pathname),
      );
      expect(paths).toEqual(["/feed.xml", "/rss.xml"]);
    }
  });

  it("lets everything be fetched, names the sitemap, and answers each in its own type", async () => {
    const { text } = await get("/robots.txt");
    expect(text).toMatch(/^User-Agent: \*\nAllow: \/\n/i);
    expect(text).toMatch(/Sitemap: https?:\/\/\S+\/sitemap\.xml/);
    expect(text).not.toMatch(/Disallow: \S/);
    expect((await get("/feed.xml")).type).toMatch(/^application\/atom\+xml/);
    expect((await get("/rss.xml")).type).toMatch(/^application\/rss\+xml/);
    expect((await get("/sitemap.xml")).type).toMatch(/^application\/xml/);
  });

  it("describes a work as a translation and the work it translates", async () => {
    const page = await openPage(article("en"), { site, javaScript: false });
    const scripts = await page.locator('script[type="application/ld+json"]').allTextContents();
    expect(scripts).toHaveLength(1);
    const data = JSON.parse(scripts[0] ?? "") as Record<string, unknown> & {
      translationOfWork: Record<string, unknown>;
    };
    expect(data).toMatchObject({
      "@context": "https://schema.org",
      "@type": "Article",
      inLanguage: "en",
      author: [{ "@type": "Person", name: "Jin Bihui" }],
      license: "https://creativecommons.org/licenses/by/4.0/",
      translationOfWork: {
        "@type": "Article",
        inLanguage: "zh-Hans",
        datePublished: "2025-04-30",
        publisher: { "@type": "Organization", name: "智东西" },
        workTranslation: { "@id": data["@id"] },
      },
    });
    expect(await page.locator("link[rel=canonical]").getAttribute("href")).toBe(data.url);
    expect(await statusOf(`${data.image as string}`)).toBe(200);
  });

  it("describes passages as parts of their work alone, and breaks no rule of its policy", async () => {
    const start = await openPage(article("en"), { site });
    expect(start.complaints).toEqual([]);
    const id = await start.locator(".row").first().getAttribute("id");
    const page = await openPage(`${article("en")}/${id}`, { site });
    expect(await page.locator('script[type="application/ld+json"]').count()).toBe(0);
    expect(page.complaints).toEqual([]);
  });

  it("describes a hostile text without letting it out of its data", async () => {
    const page = await openPage("/en/hostile", { site, withoutPolicy: true });
    const [text = ""] = await page.locator('script[type="application/ld+json"]').allTextContents();
    expect(() => JSON.parse(text) as unknown).not.toThrow();
    expect(await page.evaluate(() => "pwned" in window)).toBe(false);
  });
});
