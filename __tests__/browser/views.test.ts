import type { Page } from "playwright-core";
import { article, closePages, openPage, siteNames } from "./support/site";

afterEach(closePages);

/** Which sides of a passage can be seen, and whether they stand beside each other. */
async function shown(page: Page, nth = 3) {
  const row = page.locator(".row").nth(nth);
  const source = await row.locator(".source").boundingBox();
  const translation = await row.locator(".translation").boundingBox();
  const sides = `${source ? "source" : ""}${source && translation ? "+" : ""}${translation ? "translation" : ""}`;
  const beside = source && translation ? Math.abs(source.y - translation.y) < 20 : null;
  const sourceFirst = source && translation ? (beside ? source.x < translation.x : source.y < translation.y) : null;
  return { sides, beside, sourceFirst };
}

async function choose(page: Page, id: string) {
  const input = page.locator(`#${id}`);
  if (!(await input.isVisible())) await page.locator(".view-open").click();
  await input.click({ force: true });
  if (await page.locator("#view:popover-open").count()) await page.locator(".view-open").click();
}

describe.each(siteNames)("views on the %s site", (site) => {
  describe.each([
    ["en", 1440, true],
    ["zh", 390, true],
    ["zh", 1440, false],
    ["en", 390, false],
  ] as const)("in %s at %d px, script %s", (locale, width, javaScript) => {
    const open = (path = article(locale)) => openPage(path, { site, width, javaScript });
    const isWide = width >= 820;

    it("fit the width at first", async () => {
      const page = await open();
      expect(await shown(page)).toEqual({ sides: "source+translation", beside: isWide, sourceFirst: true });
    });
    it("stand side by side at any width when asked", async () => {
      const page = await open();
      await choose(page, "view-both");
      expect(await shown(page)).toEqual({ sides: "source+translation", beside: true, sourceFirst: true });
    });
    it("stand one below the other at any width when asked", async () => {
      const page = await open();
      await choose(page, "view-stacked");
      expect(await shown(page)).toEqual({ sides: "source+translation", beside: false, sourceFirst: true });
    });
    it("show one language alone", async () => {
      const page = await open();
      await choose(page, "view-source");
      expect((await shown(page)).sides).toBe("source");
      await choose(page, "view-translation");
      expect((await shown(page)).sides).toBe("translation");
    });
    it("put the translation first when asked", async () => {
      const page = await open();
      await choose(page, "first-translation");
      expect((await shown(page)).sourceFirst).toBe(false);
    });
    it("hide and show every translation", async () => {
      const page = await open();
      await choose(page, "flip");
      expect((await shown(page)).sides).toBe("source");
      await choose(page, "view-source");
      expect((await shown(page)).sides).toBe("source+translation");
    });
    it("cover every translation in study mode until its passage is opened", async () => {
      const page = await open();
      await choose(page, "study");
      const words = page.locator(".row").nth(3).locator(".translation > p");
      expect(await words.isVisible()).toBe(false);
      await page.locator(".row").nth(3).locator(".toggle").click({ force: true });
      expect(await words.isVisible()).toBe(true);
    });
    it("never need to be scrolled sideways", async () => {
      const page = await open();
      for (const view of ["auto", "both", "stacked", "source", "translation"]) {
        await choose(page, `view-${view}`);
        const box = await page.locator("article").boundingBox();
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
      }
    });
  });

  it("are remembered, and applied before the page is painted", async () => {
    const page = await openPage(article("en"), { site });
    await choose(page, "view-source");
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      const look = () => {
        const side = document.querySelector(".row .translation");
        if (side) seen.push(getComputedStyle(side).display);
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.goto(page.url(), { waitUntil: "load" });
    await page.waitForFunction(() => (window as unknown as { seen: string[] }).seen.length > 3);
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    expect(new Set(seen)).toEqual(new Set(["none"]));
  });

  it("can be carried by the address, which wins over memory, until the reader chooses", async () => {
    const page = await openPage(`${article("en")}?view=translation&first=translation`, { site });
    expect((await shown(page)).sides).toBe("translation");
    await choose(page, "view-both");
    expect((await shown(page)).sourceFirst).toBe(false);
    expect(new URL(page.url()).search).toBe("");
  });

  it("fall back to memory when the address names no view that exists", async () => {
    const page = await openPage(`${article("en")}?view=nonsense&first=neither`, { site });
    expect(await shown(page)).toEqual({ sides: "source+translation", beside: true, sourceFirst: true });
  });

  it("keep the reader's place", async () => {
    const page = await openPage(article("en"), { site });
    const row = page.locator(".row").nth(25);
    await row.evaluate((element) => element.scrollIntoView());
    await page.waitForTimeout(200);
    const top = async () => Math.round((await row.boundingBox())?.y ?? NaN);
    const before = await top();
    for (const id of ["view-stacked", "view-source", "view-translation", "view-both", "first-translation", "study"]) {
      await page.locator(`#${id}`).evaluate((input: HTMLInputElement) => input.click());
      await page.waitForTimeout(150);
      expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(2);
    }
  });
});
