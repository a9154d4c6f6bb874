import { article, closePages, openPage, passageIds, siteNames } from "./support/site";

afterEach(closePages);

describe.each(siteNames)("the keyboard on the %s site", (site) => {
  it.each(["en", "zh"] as const)("moves, toggles, copies and changes the view, in %s", async (locale) => {
    const page = await openPage(article(locale), { site });
    const ids = await passageIds(page);
    const focused = () => page.evaluate(() => document.activeElement?.id);
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    expect(await focused()).toBe(ids[2]);
    await page.keyboard.press("k");
    expect(await focused()).toBe(ids[1]);
    await page.keyboard.press("t");
    expect(await page.locator(`#${ids[1]} .translation`).isVisible()).toBe(false);
    await page.keyboard.press("c");
    await page.waitForURL(`**/${ids[1]}`);
    await page.keyboard.press("v");
    expect(await page.locator("#view-both").isChecked()).toBe(true);
    await page.keyboard.press("s");
    expect(await page.locator("#study").isChecked()).toBe(true);
  });

  it("shows every shortcut on ?, and puts the sheet away on Escape", async () => {
    const page = await openPage(article("en"), { site });
    await page.keyboard.press("?");
    expect(await page.locator("#help kbd").allInnerTexts()).toEqual([
      ...["j", "k", "t", "Shift+J", "Shift+K"],
      ...["c", "y", "v", "s", "?"],
    ]);
    await page.keyboard.press("Escape");
    expect(await page.locator("#help").isVisible()).toBe(false);
  });

  it("leaves the browser's own shortcuts alone", async () => {
    const page = await openPage(article("en"), { site });
    const prevented = await page.evaluate(() =>
      ["ctrlKey", "metaKey", "altKey"].map((modifier) => {
        const event = new KeyboardEvent("keydown", { key: "c", cancelable: true, bubbles: true, [modifier]: true });
        document.body.dispatchEvent(event);
        return event.defaultPrevented;
      }),
    );
    expect(prevented).toEqual([false, false, false]);
  });

  it("leaves typing alone", async () => {
    const page = await openPage(article("en"), { site });
    await page.evaluate(() => {
      const field = document.createElement("textarea");
      document.body.append(field);
      field.focus();
    });
    await page.keyboard.type("just text");
    expect(await page.locator("textarea").inputValue()).toBe("just text");
  });

  it("can have its single-key shortcuts switched off, for good", async () => {
    const page = await openPage(article("en"), { site });
    await page.keyboard.press("?");
    await page.locator("#shortcuts").click();
    await page.keyboard.press("Escape");
    await page.reload();
    await page.keyboard.press("v");
    expect(await page.locator("#view-auto").isChecked()).toBe(true);
  });
});
