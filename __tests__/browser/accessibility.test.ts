import { HtmlValidate } from "html-validate";
import { kindsOfPage as pages } from "./support/kinds-of-page";
import { article, closePages, openPage, siteUrl } from "./support/site";

afterEach(closePages);

describe.each(["en", "zh"] as const)("in %s", (locale) => {
  it.each(pages)("every run of text on %s is in an element that says its language rightly", async (path) => {
    const page = await openPage(`/${locale}${path}`);
    const { wrong, seen } = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const wrong: string[] = [];
      let seen = 0;
      while (walker.nextNode()) {
        const text = walker.currentNode.textContent ?? "";
        const parent = walker.currentNode.parentElement;
        const isWords = /\p{L}/u.test(text) && !parent?.closest("script, style, noscript");
        // Names, keys and code are in no language.
        if (!parent || !isWords || parent.closest("[translate=no]:not([lang]), kbd, code, .aa")) continue;
        seen += 1;
        const speaker = parent.closest("[lang]");
        const lang = speaker?.getAttribute("lang") ?? "";
        // A text may hold words of another script; what the interface says is in its language throughout.
        const isHan = /\p{Script=Han}/u.test(text);
        const isRight = lang.startsWith("zh") ? isHan || speaker !== document.documentElement : !isHan;
        if (!isRight) wrong.push(`${lang}: ${text}`);
      }
      return { wrong, seen };
    });
    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(10);
  });

  it.each(pages)("every name that is not seen on %s is in the language of the interface, and says so", async (path) => {
    const page = await openPage(`/${locale}${path}`);
    const named = await page
      .locator("body [aria-label]")
      .evaluateAll((all) =>
        all.map((each) => [each.getAttribute("aria-label"), each.closest("[lang]")?.getAttribute("lang")]),
      );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter(([, lang]) => lang !== (locale === "en" ? "en" : "zh-Hans"))).toEqual([]);
    expect(named.filter(([name = ""]) => /\p{Script=Han}/u.test(name ?? "") !== (locale === "zh"))).toEqual([]);
  });

  it("the source asks not to be translated by the browser", async () => {
    const page = await openPage(article(locale));
    expect(await page.locator(".row .source").count()).toBeGreaterThan(30);
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
