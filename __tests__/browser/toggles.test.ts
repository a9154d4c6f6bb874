import { readAccessibilityTree } from "./support/accessibility-tree";
import { article, closePages, openPage, siteNames } from "./support/site";

afterEach(closePages);

describe.each(siteNames)("a passage's toggle on the %s site", (site) => {
  describe.each([
    ["en", 1440, true],
    ["zh", 390, true],
    ["en", 390, false],
    ["zh", 1440, false],
  ] as const)("in %s at %d px, script %s", (locale, width, javaScript) => {
    it("folds that translation away and no other, and brings it back", async () => {
      const page = await openPage(article(locale), { site, width, javaScript });
      const row = page.locator(".row").nth(4);
      await row.hover();
      await row.locator(".toggle").click();
      expect(await row.locator(".translation").isVisible()).toBe(false);
      expect(await page.locator(".row").nth(5).locator(".translation").isVisible()).toBe(true);
      expect(await row.locator(".source").isVisible()).toBe(true);
      await row.locator(".toggle").click();
      expect(await row.locator(".translation").isVisible()).toBe(true);
    });

    it("works by keyboard", async () => {
      const page = await openPage(article(locale), { site, width, javaScript });
      const row = page.locator(".row").nth(4);
      await row.locator(".mark").focus();
      await page.keyboard.press("Tab");
      await page.keyboard.press("Space");
      expect(await row.locator(".translation").isVisible()).toBe(false);
    });

    it.each([
      ["view-source", "translation"],
      ["view-translation", "source"],
    ])("reveals the counterpart in place under %s", async (view, counterpart) => {
      const page = await openPage(article(locale), { site, width, javaScript });
      if (!(await page.locator(`#${view}`).isVisible())) await page.locator(".view-open").click();
      await page.locator(`#${view}`).click({ force: true });
      await page.keyboard.press("Escape");
      const row = page.locator(".row").nth(4);
      expect(await row.locator(`.${counterpart}`).isVisible()).toBe(false);
      await row.locator(".toggle").click({ force: true });
      expect(await row.locator(`.${counterpart}`).isVisible()).toBe(true);
      expect(await page.locator(".row").nth(5).locator(`.${counterpart}`).isVisible()).toBe(false);
    });
  });

  it("tells screen readers what it does under each view, and its state", async () => {
    const page = await openPage(article("en"), { site });
    const toggle = page.locator(".row").nth(4).getByRole("checkbox");
    const name = async () => {
      const boxes = (await readAccessibilityTree(page)).filter(({ role }) => role === "checkbox");
      return boxes.find((box) => /the (translation|original)$/.test(box.name))?.name;
    };
    expect(await name()).toBe("Hide the translation");
    await page.locator("#view-source").click({ force: true });
    expect(await name()).toBe("Show the translation");
    await page.locator("#view-translation").click({ force: true });
    expect(await name()).toBe("Show the original");
    await page.locator("#flip").click({ force: true });
    expect(await name()).toBe("Hide the original");
    await toggle.click({ force: true });
    expect(await toggle.isChecked()).toBe(true);
    expect(await page.getByRole("checkbox", { name: "Hide the original", checked: true }).count()).toBe(1);
  });

  it.each([
    ["en", "Each passage has a checkbox: Hide the translation."],
    ["zh", "每一段都有一个复选框：收起译文。"],
  ] as const)("has its words stand in a sentence where they are read out, in %s", async (locale, sentence) => {
    const page = await openPage(article(locale), { site });
    const spoken = await readAccessibilityTree(page);
    const text = spoken.flatMap(({ role, name }) => (role === "StaticText" ? name : [])).join("");
    expect(text).toContain(sentence);
  });

  it("is shown without pointing on a touch screen, and large enough for a thumb", async () => {
    const page = await openPage(article("en"), { site, width: 390, touch: true });
    const toggle = page.locator(".row").nth(4).locator(".toggle");
    expect(await toggle.evaluate((box) => getComputedStyle(box).opacity)).toBe("1");
    const box = await toggle.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  });

  it("forgets exceptions when the view turns their meaning round", async () => {
    const page = await openPage(article("en"), { site });
    // Not by the mouse: the bar may be on its way out of the window.
    for (const input of [page.locator(".row").nth(4).locator(".toggle"), page.locator("#view-source")]) {
      await input.evaluate((box: HTMLInputElement) => box.click());
      expect(await input.isChecked()).toBe(true);
    }
    expect(await page.locator(".toggle:checked").count()).toBe(0);
  });

  it("is not triggered by a tap on the text", async () => {
    const page = await openPage(article("en"), { site, width: 390, touch: true });
    const row = page.locator(".row").nth(4);
    await row.locator(".source").tap();
    expect(await row.locator(".translation").isVisible()).toBe(true);
  });
});
