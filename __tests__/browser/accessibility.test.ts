import { AxeBuilder } from "@axe-core/playwright";
import { HtmlValidate } from "html-validate";
import { article, closePages, openPage, siteUrl } from "./support/site";

afterEach(closePages);

const pages = [
  "",
  "/openai-microsoft-rift",
  "/guide",
  "/forms",
  "/openai-microsoft-rift/zzzzz",
  "/nothing-here",
  "/damaged",
];

describe.each(["en", "zh"] as const)("in %s", (locale) => {
  it.each(pages.flatMap((path) => [390, 1440].map((width) => [path, width] as const)))(
    "axe finds nothing wrong with %s at %d px, in any theme",
    async (path, width) => {
      const page = await openPage(`/${locale}${path}`, { width });
      const found: string[] = [];
      for (const theme of ["light", "sepia", "dark"]) {
        await page.locator("html").evaluate((root, chosen) => (root.dataset.theme = chosen), theme);
        const axe = new AxeBuilder({ page });
        // Colours are all that a theme changes.
        if (theme === "light") axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]);
        else axe.withRules(["color-contrast"]);
        for (const { id, nodes } of (await axe.analyze()).violations) found.push(`${theme} ${id}: ${nodes[0]?.html}`);
      }
      expect(found).toEqual([]);
    },
  );

  it.each(["contents", "comfort", "help", "view"])("axe finds nothing wrong with the open %s sheet", async (sheet) => {
    const page = await openPage(article(locale), { width: 820 });
    await page.locator(`#${sheet}`).evaluate((element: HTMLElement) => element.showPopover());
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  it("every run of text is in an element that says its language rightly", async () => {
    const page = await openPage(article(locale));
    const wrong = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      while (walker.nextNode()) {
        const text = walker.currentNode.textContent ?? "";
        const parent = walker.currentNode.parentElement;
        const lang = parent?.closest("[lang]")?.getAttribute("lang") ?? "";
        if (!text.trim() || parent?.closest("script, style, noscript")) continue;
        const han = [...text].filter((character) => /\p{Script=Han}/u.test(character)).length;
        if (han > 0 !== lang.startsWith("zh") && (han > 0 || /[a-z]{12}/i.test(text))) found.push(`${lang}: ${text}`);
      }
      return found;
    });
    expect(wrong).toEqual([]);
  });

  it("the source asks not to be translated by the browser", async () => {
    const page = await openPage(article(locale));
    expect(await page.locator(".source:not([translate=no])").count()).toBe(0);
  });

  it.each(pages)("the HTML of %s is valid", async (path) => {
    const html = await (await fetch(`${siteUrl("finished")}/${locale}${path}`)).text();
    const report = await new HtmlValidate({
      extends: ["html-validate:standard"],
      rules: {
        "no-inline-style": "error",
        "long-title": "off",
        "no-trailing-whitespace": "off",
        "void-style": "off",
        "attribute-boolean-style": "off",
        "attribute-empty-style": "off",
        "attr-quotes": "off",
        "doctype-style": "off",
        "script-type": "off",
        "require-sri": "off",
        "attr-case": "off",
        "tel-non-breaking": "off",
        "prefer-native-element": "off",
        "no-redundant-for": "off",
        "text-content": "off",
        "meta-refresh": "off",
        "valid-autocomplete": "off",
        "no-implicit-button-type": "off",
        "no-raw-characters": "off",
        "svg-focusable": "off",
      },
    }).validateString(html);
    expect(
      report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line, column }) => `${ruleId} ${line}:${column} ${message}`),
      ),
    ).toEqual([]);
  });

  it.each([320, 390])("the text reflows at %d px without scrolling sideways", async (width) => {
    for (const path of pages) {
      const page = await openPage(`/${locale}${path}`, { width });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });

  it("reading order is the source, then its translation, passage by passage, whatever is shown first", async () => {
    const page = await openPage(`${article(locale)}?first=translation`);
    const order = await page
      .locator(".row")
      .nth(3)
      .evaluate((row) => [...row.children].map((child) => child.className));
    expect(order).toEqual(["mark", "toggle", "side source", "side translation"]);
  });
});
