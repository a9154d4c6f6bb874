import { article, closePages, openPage, passageIds, siteNames, siteUrl } from "./support/site";

afterEach(closePages);

const copied = { en: "Link copied", zh: "链接已复制" } as const;

describe.each(siteNames)("permalinks on the %s site", (site) => {
  it.each([
    ["en", 1440],
    ["zh", 390],
  ] as const)("are put into the address bar and copied, in %s at %d px", async (locale, width) => {
    const page = await openPage(article(locale), { site, width });
    const id = (await passageIds(page))[6] ?? "";
    await page.locator(`#${id} .mark`).click({ force: true });
    await page.waitForFunction(() => document.getElementById("status")?.textContent !== "");
    expect(page.url()).toBe(`${siteUrl(site)}${article(locale)}/${id}`);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    expect(await page.locator("#status").innerText()).toBe(copied[locale]);
    expect(await page.locator("[data-marked]").evaluateAll((rows) => rows.map((row) => row.id))).toEqual([id]);
  });

  it.each([
    ["en", 1440],
    ["zh", 390],
  ] as const)("open at their passage, marked, with focus, in %s at %d px", async (locale, width) => {
    const start = await openPage(article(locale), { site, width });
    const id = (await passageIds(start))[20] ?? "";
    const page = await openPage(`${article(locale)}/${id}`, { site, width });
    await page.waitForTimeout(200);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(id);
    expect(await page.locator("[data-marked]").evaluateAll((rows) => rows.map((row) => row.id))).toEqual([id]);
    const top = (await page.locator(`#${id}`).boundingBox())?.y ?? -1;
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(200);
  });

  it("carry their passage's words in title and description, and the work's canonical address", async () => {
    const start = await openPage(article("en"), { site });
    const id = (await passageIds(start))[4] ?? "";
    const words = await start.locator(`#${id} .translation p`).first().innerText();
    const page = await openPage(`${article("en")}/${id}`, { site });
    expect(await page.title()).toContain(words.slice(0, 30));
    expect(await page.locator("meta[name=description]").getAttribute("content")).toContain(words.slice(0, 80));
    expect(await page.locator("link[rel=canonical]").getAttribute("href")).toMatch(new RegExp(`${article("en")}$`));
    expect(await page.locator("link[rel=alternate][hreflang]").count()).toBe(0);
  });

  it("mark a range, whichever end comes first", async () => {
    const start = await openPage(article("en"), { site });
    const ids = await passageIds(start);
    for (const range of [`${ids[3]}..${ids[5]}`, `${ids[5]}..${ids[3]}`]) {
      const page = await openPage(`${article("en")}/${range}`, { site });
      expect(await page.locator("[data-marked]").evaluateAll((rows) => rows.map((row) => row.id))).toEqual(
        ids.slice(3, 6),
      );
    }
  });

  it("work as a fragment and as an address without script", async () => {
    const start = await openPage(article("zh"), { site });
    const id = (await passageIds(start))[20] ?? "";
    for (const address of [`${article("zh")}#${id}`, `${article("zh")}/${id}`]) {
      const page = await openPage(address, { site, javaScript: false });
      await page.waitForTimeout(500);
      const top = (await page.locator(`#${id}`).boundingBox())?.y ?? -1;
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThan(200);
    }
  });

  it.each(["zzzzz", "12", "k7m2q..", "第12段", "%E2%80%AE"])("give the work and a notice for %s", async (segment) => {
    const page = await openPage(`${article("en")}/${segment}`, { site });
    expect(await page.locator(".landing-warning").innerText()).toContain("does not lead to a passage");
    expect(await page.locator(".row").count()).toBeGreaterThan(30);
    expect(await page.locator("meta[name=robots]").getAttribute("content")).toContain("noindex");
  });

  it("lose their notice of where they led, not the reader, when another is copied", async () => {
    const start = await openPage(article("en"), { site });
    const ids = await passageIds(start);
    const page = await openPage(`${article("en")}/${ids[8]}`, { site });
    await page.locator(`#${ids[9]} .mark`).click({ force: true });
    expect(page.url()).toMatch(new RegExp(`/${ids[9]}$`));
    expect(await page.locator("[data-marked]").evaluateAll((rows) => rows.map((row) => row.id))).toEqual([ids[9]]);
  });
});

it("answer 404 for a passage that does not exist, and for a work that does not", async () => {
  for (const path of [`${article("en")}/zzzzz`, "/en/no-such-work", "/zh/a/b/c"]) {
    const response = await fetch(`${siteUrl("finished")}${path}`);
    expect([path, response.status]).toEqual([path, 404]);
  }
});

it("answer 503 for a work whose files are damaged, with a plain page", async () => {
  const response = await fetch(`${siteUrl("finished")}/en/damaged`);
  expect(response.status).toBe(503);
  expect(await response.text()).toContain("cannot be opened just now");
});
