import { AxeBuilder } from "@axe-core/playwright";
import { kindsOfPage } from "./support/kinds-of-page";
import { article, closePages, openPage } from "./support/site";

afterEach(closePages);

const looks = [
  ["light", 1440],
  ["sepia", 1440],
  ["dark", 1440],
  ["light", 390],
] as const;

describe.each(["en", "zh"] as const)("in %s", (locale) => {
  it.each(kindsOfPage)("axe finds nothing wrong with %s, wide or narrow, in any theme", async (path) => {
    const page = await openPage(`/${locale}${path}`, { width: 1440 });
    const found: string[] = [];
    for (const [theme, width] of looks) {
      await page.setViewportSize({ width, height: 900 });
      await page.locator("html").evaluate((root, chosen) => (root.dataset.theme = chosen), theme);
      const axe = new AxeBuilder({ page });
      // Colours are all that a theme changes.
      if (theme === "light") axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]);
      else axe.withRules(["color-contrast"]);
      for (const { id, nodes } of (await axe.analyze()).violations)
        found.push(`${theme} ${width} ${id}: ${nodes[0]?.html}`);
    }
    expect(found).toEqual([]);
  });

  it.each(["contents", "comfort", "help", "view"])("axe finds nothing wrong with the open %s sheet", async (sheet) => {
    const page = await openPage(article(locale), { width: 820 });
    await page.locator(`#${sheet}`).evaluate((element: HTMLElement) => element.showPopover());
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  it.each([
    ["study mode", "", "#study"],
    ["one language alone", "?view=translation", null],
    ["one language alone, with a passage opened", "?view=source", ".row:nth-child(4) .toggle"],
    ["a folded passage", "", ".row:nth-child(4) .toggle"],
  ])("axe finds nothing wrong with %s", async (_, query, touched) => {
    const page = await openPage(article(locale) + query, { width: 1440 });
    const box = touched === null ? null : page.locator(touched).first();
    await box?.evaluate((input: HTMLInputElement) => input.click());
    expect([await box?.isChecked(), query]).toEqual([box === null ? undefined : true, query]);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});
