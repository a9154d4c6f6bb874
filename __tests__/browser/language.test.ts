import { article, closePages, openPage, passageIds, siteNames, siteUrl } from "./support/site";

afterEach(closePages);

const other = { en: "zh", zh: "en" } as const;

describe.each(siteNames)("language switching on the %s site", (site) => {
  it.each([
    ["en", 1440],
    ["zh", 390],
  ] as const)("keeps work, passage, view, folds and scroll position from %s at %d px", async (locale, width) => {
    const start = await openPage(article(locale), { site, width });
    const ids = await passageIds(start);
    const page = await openPage(`${article(locale)}/${ids[12]}`, { site, width });
    await page.locator("#view-stacked").evaluate((input: HTMLInputElement) => input.click());
    await page.locator(`#${ids[15]} .toggle`).evaluate((input: HTMLInputElement) => input.click());
    await page.evaluate((id) => document.getElementById(id)?.scrollIntoView(), ids[14] ?? "");
    await page.evaluate(() => scrollBy(0, 7));
    await page.waitForTimeout(200);
    const top = () => page.locator(`#${ids[14]}`).evaluate((row) => Math.round(row.getBoundingClientRect().top));
    const before = await top();
    await Promise.all([
      page.waitForURL(`**${article(other[locale])}/${ids[12]}`),
      page.locator("a[data-locale]").evaluate((link: HTMLAnchorElement) => link.click()),
    ]);
    await page.waitForTimeout(200);
    expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(2);
    expect(await page.locator("#view-stacked").isChecked()).toBe(true);
    expect(await page.locator(`#${ids[15]} .toggle`).isChecked()).toBe(true);
    expect(await page.locator("html").getAttribute("lang")).toBe(locale === "en" ? "zh-Hans" : "en");
  });

  it("works without script", async () => {
    const start = await openPage(article("en"), { site });
    const id = (await passageIds(start))[12];
    const page = await openPage(`${article("en")}/${id}`, { site, javaScript: false });
    await page.locator("a[data-locale]").click();
    expect(new URL(page.url()).pathname).toBe(`${article("zh")}/${id}`);
  });

  it.each([
    ["zh-CN,zh;q=0.9", "/zh"],
    ["zh-TW", "/zh"],
    ["en-GB,en", "/en"],
    ["fr", "/en"],
  ])("chooses by Accept-Language %s on the first visit", async (languages, expected) => {
    const response = await fetch(`${siteUrl(site)}/`, {
      redirect: "manual",
      headers: { "accept-language": languages },
    });
    expect(new URL(response.headers.get("location") ?? "", siteUrl(site)).pathname).toBe(expected);
  });

  it("is remembered in the site's only cookie", async () => {
    const page = await openPage(article("en"), { site, languages: "en-GB" });
    await page.locator("a[data-locale]").evaluate((link: HTMLAnchorElement) => link.click());
    await page.waitForURL(`**${article("zh")}`);
    expect((await page.context().cookies()).map(({ name, value }) => `${name}=${value}`)).toEqual(["NEXT_LOCALE=zh"]);
    await page.goto(`${siteUrl(site)}/`);
    expect(new URL(page.url()).pathname).toBe("/zh");
  });

  it("is kept on the way from the guide to the library, by the link of either text", async () => {
    for (const side of ["source", "translation"]) {
      const page = await openPage("/zh/guide", { site, languages: "en-GB" });
      await page.locator(`.row .${side} a`, { hasText: /^(书目|library)$/ }).click();
      expect(new URL(page.url()).pathname).toBe("/zh");
    }
  });

  it("never redirects a permalink by language", async () => {
    const response = await fetch(`${siteUrl(site)}${article("zh")}`, {
      redirect: "manual",
      headers: { "accept-language": "en" },
    });
    expect(response.status).toBe(200);
  });

  it("is told to search engines, mutually", async () => {
    for (const path of ["", "/openai-microsoft-rift"]) {
      for (const locale of ["en", "zh"]) {
        const page = await openPage(`/${locale}${path}`, { site });
        const links = await page
          .locator("link[rel=alternate][hreflang]")
          .evaluateAll((all) =>
            all.map((link) => [link.getAttribute("hreflang"), new URL((link as HTMLLinkElement).href).pathname]),
          );
        expect(Object.fromEntries(links)).toEqual({
          en: `/en${path}`,
          "zh-Hans": `/zh${path}`,
          "x-default": `/en${path}`,
        });
        expect(await page.locator("link[rel=canonical]").getAttribute("href")).toMatch(
          new RegExp(`/${locale}${path}$`),
        );
      }
    }
  });

  it("formats dates and numbers by language", async () => {
    const en = await openPage("/en", { site });
    expect(await en.locator(".work-facts").first().innerText()).toMatch(
      /[A-Z][a-z]+ \d+, 20\d\d[\s\S]*characters[\s\S]*words/,
    );
    const zh = await openPage("/zh", { site });
    expect(await zh.locator(".work-facts").first().innerText()).toMatch(/20\d\d年\d+月\d+日[\s\S]*字[\s\S]*词/);
  });
});
