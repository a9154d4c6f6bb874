import { article, closePages, openPage, siteNames } from "./support/site";

afterEach(closePages);

describe.each(siteNames)("reading comfort on the %s site", (site) => {
  it("changes size, width and colours, keeps the place, and remembers", async () => {
    const page = await openPage(article("en"), { site });
    const row = page.locator(".row").nth(20);
    await row.evaluate((element) => element.scrollIntoView());
    await page.waitForTimeout(200);
    const top = async () => Math.round((await row.boundingBox())?.y ?? NaN);
    const before = await top();
    const size = () => row.locator(".source").evaluate((side) => parseFloat(getComputedStyle(side).fontSize));
    const regular = await size();
    for (const value of ["largest", "narrow", "sepia"]) {
      await page.locator(`input[value=${value}]`).evaluate((input: HTMLInputElement) => input.click());
      await page.waitForTimeout(150);
      expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(2);
    }
    expect(await size()).toBeGreaterThan(regular * 1.4);
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const sepia = await paper();
    await page.reload();
    expect(await page.locator("html").evaluate((root) => ({ ...root.dataset }))).toMatchObject({
      size: "largest",
      measure: "narrow",
      theme: "sepia",
    });
    expect(await paper()).toBe(sepia);
    expect(await page.locator("input[value=sepia]").isChecked()).toBe(true);
  });

  it("applies what it remembers before the page is painted", async () => {
    const page = await openPage(article("en"), { site });
    for (const value of ["largest", "sepia"])
      await page.locator(`input[value=${value}]`).evaluate((input: HTMLInputElement) => input.click());
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      const look = () => {
        const side = document.querySelector(".row .source");
        if (side) seen.push(`${getComputedStyle(document.body).backgroundColor} ${getComputedStyle(side).fontSize}`);
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.goto(page.url(), { waitUntil: "load" });
    await page.waitForFunction(() => (window as unknown as { seen: string[] }).seen.length > 3);
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    expect([...new Set(seen)]).toEqual(["rgb(242, 230, 205) 27.9px"]);
  });

  it.each([
    ["view", "view"],
    ["comfort", "comfort-size"],
    ["comfort", "comfort-theme"],
  ])("shows in forced colors which option of the %s sheet is chosen: %s", async (sheet, name) => {
    const page = await openPage(article("en"), { site, width: 390, forcedColors: true });
    await page.locator(`#${sheet}`).evaluate((element: HTMLElement) => element.showPopover());
    const options = page.locator(`input[name="${name}"]`);
    // Set, not clicked: the page itself stays as it is, and nothing has focus.
    const choose = (nth: number) => options.nth(nth).evaluate((input: HTMLInputElement) => (input.checked = true));
    const label = page.locator(`label:has([name="${name}"])`).nth(2);
    // What marks the choice may stand a little before or after the words.
    const drawn = async () => {
      const { x = 0, y = 0, width = 0, height = 0 } = (await label.boundingBox()) ?? {};
      const shot = await page.screenshot({ clip: { x: x - 8, y, width: width + 16, height } });
      return shot.toString("base64");
    };
    await choose(0);
    const unchosen = await drawn();
    expect((await drawn()) === unchosen).toBe(true);
    await choose(2);
    expect((await drawn()) === unchosen).toBe(false);
  });

  it("follows the system's light and dark, unless told otherwise", async () => {
    const page = await openPage(article("zh"), { site, colorScheme: "dark" });
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await paper()).toBe("rgb(23, 22, 20)");
    await page.locator("input[value=light]").evaluate((input: HTMLInputElement) => input.click());
    expect(await paper()).toBe("rgb(251, 248, 241)");
  });

  it.each(["light", "dark"] as const)("has the browser's own frame in the color of its paper, %s", async (scheme) => {
    const page = await openPage(article("en"), { site, colorScheme: scheme });
    const [paper, frame] = await page.evaluate(() => {
      const metas = [...document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]")];
      const probe = document.body.appendChild(document.createElement("i"));
      probe.style.color = metas.find(({ media }) => matchMedia(media).matches)?.content ?? "";
      return [getComputedStyle(document.body).backgroundColor, getComputedStyle(probe).color];
    });
    expect(frame).toBe(paper);
  });

  it("offers no control that needs script where there is none", async () => {
    const page = await openPage(article("en"), { site, javaScript: false });
    expect(await page.locator(".comfort").isVisible()).toBe(false);
    expect(await page.locator(".help-button").isVisible()).toBe(false);
  });

  it("does not move where reduced motion is asked for", async () => {
    const page = await openPage(article("en"), { site, reducedMotion: true });
    expect(await page.locator(".bar").evaluate((bar) => getComputedStyle(bar).transitionDuration)).toBe("0s");
  });

  it("withdraws the bar while reading on and brings it back on the way up", async () => {
    const page = await openPage(article("en"), { site });
    const top = async () => (await page.locator(".bar").boundingBox())?.y ?? 0;
    await page.evaluate(() => scrollTo(0, 1500));
    await page.waitForTimeout(400);
    expect(await top()).toBeLessThan(-20);
    await page.evaluate(() => scrollBy(0, -200));
    await page.waitForTimeout(400);
    expect(await top()).toBe(0);
  });

  it("stands within the thumb's reach on a phone", async () => {
    const page = await openPage(article("en"), { site, width: 390, touch: true });
    const box = await page.locator(".bar").boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan(830);
  });

  it("prints the whole text and none of the controls", async () => {
    const page = await openPage(article("en"), { site });
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".bar").isVisible()).toBe(false);
    expect(await page.locator(".toggle").first().isVisible()).toBe(false);
    expect(await page.locator(".row").last().locator(".source").isVisible()).toBe(true);
  });
});

describe.each(siteNames)("the contents on the %s site", (site) => {
  it.each([
    ["en", 1440],
    ["zh", 390],
  ] as const)("list the headings in both languages and mark the current one, in %s at %d px", async (locale, width) => {
    const page = await openPage(article(locale), { site, width });
    await page.locator(".contents > button").click();
    const entries = page.locator("#contents a[data-heading]");
    expect(await entries.count()).toBe(4);
    expect(await entries.first().locator("[lang=zh-Hans]").innerText()).toContain("纳德拉");
    expect(await entries.first().locator("[lang=en]").innerText()).toContain("Nadella");
    await entries.nth(1).click();
    await page.waitForTimeout(300);
    expect(await page.locator("#contents").isVisible()).toBe(false);
    expect(await page.locator("#contents a[aria-current]").evaluateAll((links) => links.length)).toBe(1);
    expect(await entries.nth(1).getAttribute("aria-current")).toBe("true");
  });

  it("work without script", async () => {
    const page = await openPage(article("en"), { site, javaScript: false });
    await page.locator(".contents > button").click();
    const link = page.locator("#contents a[data-heading]").nth(2);
    const target = await link.getAttribute("href");
    await link.click();
    const top = (await page.locator(target ?? "").boundingBox())?.y ?? -1;
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(200);
  });
});
