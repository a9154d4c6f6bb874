import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { AxeBuilder } from "@axe-core/playwright";
import { XMLParser } from "fast-xml-parser";
import { HtmlValidate } from "html-validate";
import { article, closePages, openPage, passageIds, siteNames, siteUrl } from "./support/site";

afterEach(closePages);

/** Another site: what stands in `frame` is on its only page. */
let elsewhere: Server;
let frame = "";
beforeAll(async () => {
  elsewhere = createServer((_request, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(`<!DOCTYPE html><title>Elsewhere</title><body>${frame}</body>`);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => elsewhere.once("listening", resolve));
});
afterAll(() => new Promise((resolve) => elsewhere.close(resolve)));
const elsewhereUrl = () => `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;

const work = "openai-microsoft-rift";

describe.each(siteNames)("on the %s site", (site) => {
  const ids = async () => passageIds(await openPage(article("en"), { site }));
  const oembed = (query: Record<string, string>) => fetch(`${siteUrl(site)}/oembed?${new URLSearchParams(query)}`);

  it("another site may show a quotation in a frame, and no page besides", async () => {
    const [id] = await ids();
    const page = await openPage("/en", { site });
    frame = `<iframe src="${siteUrl(site)}/embed/en/${work}/${id}"></iframe>`;
    await page.goto(elsewhereUrl());
    expect(await page.frameLocator("iframe").locator("blockquote").count()).toBe(2);
    for (const path of ["/en", article("en"), `${article("en")}/${id}`, "/en/nothing-here"]) {
      frame = `<iframe src="${siteUrl(site)}${path}"></iframe>`;
      await page.goto(elsewhereUrl());
      await page.waitForTimeout(300);
      expect([path, await page.frameLocator("iframe").locator("main").count()]).toEqual([path, 0]);
    }
  });

  it("the code that oEmbed gives shows the passage, asks no other site, and its link leads out of the frame", async () => {
    const [, , third = ""] = await ids();
    const start = await openPage(`${article("zh")}/${third}`, { site });
    const words = await start.locator(`#${third} .source p`).first().innerText();
    const answer = (await (await oembed({ url: start.url(), maxwidth: "500" })).json()) as {
      html: string;
      width: number;
    };
    expect(answer.width).toBe(500);
    const page = await openPage("/en", { site });
    frame = answer.html;
    const before = page.requested.length;
    await page.goto(elsewhereUrl());
    const quotation = page.frameLocator("iframe");
    expect(await quotation.locator("blockquote.source").innerText()).toBe(words);
    expect(await quotation.locator("html").getAttribute("lang")).toBe("zh-Hans");
    const hosts = new Set(page.requested.slice(before).map((url) => new URL(url).origin));
    expect([...hosts].sort()).toEqual([new URL(elsewhereUrl()).origin, siteUrl(site)].sort());
    const opened = page.context().waitForEvent("page");
    await quotation.getByRole("link").first().click();
    expect(new URL((await opened).url()).pathname).toBe(`${article("zh")}/${third}`);
    expect(page.url()).toBe(elsewhereUrl());
  });

  it("a quotation in another site's frame shows its pictures", async () => {
    const answer = (await (await oembed({ url: `${siteUrl(site)}/en/forms/aaaac` })).json()) as { html: string };
    const page = await openPage("/en", { site });
    frame = answer.html;
    await page.goto(elsewhereUrl(), { waitUntil: "load" });
    const pictures = page.frameLocator("iframe").locator("img");
    expect(await pictures.count()).toBe(2);
    // decode() rejects for a picture that did not come.
    for (const picture of await pictures.all())
      await picture.evaluate(async (image: HTMLImageElement) => {
        image.loading = "eager";
        await image.decode();
      });
  });

  it("pages name where oEmbed answers for them, and it does, in both formats", async () => {
    const [first = ""] = await ids();
    for (const path of [article("en"), `${article("en")}/${first}`]) {
      const page = await openPage(path, { site, javaScript: false });
      for (const type of ["application/json+oembed", "text/xml+oembed"]) {
        const link = new URL((await page.locator(`link[type="${type}"]`).getAttribute("href")) ?? "");
        expect(link.pathname).toBe("/oembed");
        // The page was built for SITE_URL; this test reads it elsewhere.
        const asked = new URL(link.searchParams.get("url") ?? "");
        expect(asked.pathname).toBe(path);
        const response = await oembed({
          url: `${siteUrl(site)}${asked.pathname}`,
          format: link.searchParams.get("format") ?? "",
        });
        expect(response.status).toBe(200);
        const text = await response.text();
        const answer = type.startsWith("text/xml")
          ? (new XMLParser({ parseTagValue: false }).parse(text) as { oembed: Record<string, string> }).oembed
          : (JSON.parse(text) as Record<string, string>);
        expect(answer).toMatchObject({ type: "rich", version: "1.0", provider_name: "Duidu" });
        expect(answer.html).toContain(`/embed/en/${work}/${first}`);
      }
    }
  });

  it.each([
    [{}, 400],
    [{ url: "https://elsewhere.example/en/guide/k7m2q" }, 404],
    [{ url: "SITE/en/guide/zzzzz" }, 404],
    [{ url: "SITE/en/tides/tbbb8" }, 410],
    [{ url: "SITE/en/nothing-here" }, 404],
    [{ url: "SITE/en" }, 404],
    [{ url: "SITE/en/guide", format: "yaml" }, 501],
    [{ url: "SITE/en/guide", maxwidth: "wide" }, 400],
  ] as const)("oEmbed refuses %j with %d", async (query, status) => {
    const entries = Object.entries(query).map(([name, value]) => [name, value.replace("SITE", siteUrl(site))]);
    const response = await oembed(Object.fromEntries(entries) as Record<string, string>);
    expect(response.status).toBe(status);
  });

  it.each(["/embed/en/guide/zzzzz", "/embed/en/nothing-here/k7m2q", "/embed/zh/damaged/k7m2q"])(
    "%s says that there is nothing to show, and where to see more",
    async (path) => {
      const page = await openPage(path, { site, javaScript: false });
      expect(await page.locator("h1").count()).toBe(1);
      expect(await page.locator("blockquote").count()).toBe(0);
      expect(await page.getByRole("link").getAttribute("href")).toBe(path.replace("/embed", ""));
    },
  );
});

it("a frame whose passage is not there says so by its status too, and one in no language of ours is no page", async () => {
  const status = async (path: string) => (await fetch(`${siteUrl("finished")}${path}`)).status;
  expect(await status("/embed/en/guide/zzzzz")).toBe(404);
  expect(await status("/embed/en/tides/tbbb8")).toBe(410);
  expect(await status("/embed/en/damaged/k7m2q")).toBe(503);
  expect(await status("/embed/fr/guide/k7m2q")).toBe(404);
  expect(await status("/embed/en")).toBe(404);
});

it.each(["tbbb4", "tbbb5", "tbbbc"])(
  "a quotation of %s, whose words live elsewhere now, shows them and says so",
  async (id) => {
    const page = await openPage(`/embed/en/tides/${id}`, { javaScript: false });
    expect(await page.locator(".changed").innerText()).toContain("The text has changed");
    expect(await page.locator("blockquote").count()).toBeGreaterThan(0);
    const link = await page.getByRole("link").first().getAttribute("href");
    expect(link).not.toContain(id);
    expect((await fetch(`${siteUrl("finished")}${link}`, { redirect: "manual" })).status).toBe(200);
    expect((await fetch(`${siteUrl("finished")}/card/tides/${id}.png`)).status).toBe(200);
  },
);

it("a quotation of what is gone leads to what became of it", async () => {
  const page = await openPage("/embed/zh/tides/tbbb8", { javaScript: false });
  expect(await page.getByRole("link").getAttribute("href")).toBe("/zh/tides/tbbb8");
  expect((await fetch(`${siteUrl("finished")}/card/tides/tbbb8.png`)).status).toBe(404);
});

describe.each(["light", "dark"] as const)("a quotation in %s", (colorScheme) => {
  it.each([
    ["en", 320],
    ["zh", 640],
  ] as const)("has nothing that axe finds wrong, in %s at %d px", async (locale, width) => {
    const ids = await passageIds(await openPage(article("en")));
    const page = await openPage(`/embed/${locale}/${work}/${ids[7]}..${ids[9]}`, { width, colorScheme });
    const axe = new AxeBuilder({ page }).withTags([
      "wcag2a",
      "wcag2aa",
      "wcag21a",
      "wcag21aa",
      "wcag22aa",
      "best-practice",
    ]);
    const { violations } = await axe.analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    const isWider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(isWider).toBe(false);
  });
});

/** Ways of spelling that React has, each valid; and titles, which are as long as they are. */
const reactSpellings = ["void-style", "attr-case", "doctype-style", "attribute-boolean-style", "attribute-empty-style"];
reactSpellings.push("attr-quotes", "long-title", "no-trailing-whitespace");

it("a quotation is valid HTML without script, with the language of every run", async () => {
  const ids = await passageIds(await openPage(article("en")));
  for (const path of [`/embed/en/${work}/${ids[4]}`, "/embed/zh/guide/zzzzz"]) {
    const html = await (await fetch(`${siteUrl("finished")}${path}`)).text();
    expect(html).not.toContain("<script");
    const report = await new HtmlValidate({
      extends: ["html-validate:standard"],
      rules: {
        "no-inline-style": "error",
        ...Object.fromEntries(reactSpellings.map((rule) => [rule, "off"])),
      },
    }).validateString(html);
    expect(
      report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
    ).toEqual([]);
  }
  const page = await openPage(`/embed/en/${work}/${ids[4]}`);
  expect(await page.locator("[lang]").evaluateAll((all) => all.map((each) => each.getAttribute("lang")))).toEqual([
    "en",
    "zh-Hans",
    "en",
    "zh-Hans",
    "en",
  ]);
});

it("nothing in a hostile text runs in a frame, even without the policy", async () => {
  const ids = await passageIds(await openPage("/en/hostile"));
  const page = await openPage(`/embed/en/hostile/${ids[0]}..${ids.at(-1)}`, { withoutPolicy: true });
  await page.waitForTimeout(200);
  expect(await page.evaluate(() => "pwned" in window)).toBe(false);
  expect(await page.locator("main").locator("script, iframe, svg, form, style, object, embed").count()).toBe(0);
});
