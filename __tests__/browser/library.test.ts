import { readAccessibilityTree } from "./support/accessibility-tree";
import { shelfSize } from "./support/shelf";
import { closePages, openPage, siteNames } from "./support/site";

afterEach(closePages);

const words = {
  en: {
    found: (shown: number, total: number) => `${shown} of ${total} works`,
    none: "No work matches. Try fewer words.",
  },
  zh: {
    found: (shown: number, total: number) => `共 ${total} 篇，找到 ${shown} 篇`,
    none: "没有相符的作品，不妨少输几个字。",
  },
} as const;

describe.each(siteNames)("the library on the %s site", (site) => {
  it.each([
    ["en", "Bea", 3],
    ["zh", "作者乙", 3],
    ["en", "ｓｈｅｌｆ  bea", 3],
    ["en", "双号书局", 6],
    ["zh", "volume 12 of", 1],
    ["en", "chinese english shelf", shelfSize],
  ] as const)("finds works by title, author, publisher and language, in %s by %j", async (locale, asked, shown) => {
    const page = await openPage(`/${locale}`, { site });
    const total = await page.locator(".work").count();
    await page.locator("input[type=search]").fill(asked);
    expect(await page.locator(".work:visible").count()).toBe(shown);
    expect(await page.getByRole("status").innerText()).toBe(words[locale].found(shown, total));
  });

  it.each(["en", "zh"] as const)("says so where nothing is found, and shows all again, in %s", async (locale) => {
    const page = await openPage(`/${locale}`, { site, width: 390 });
    const status = page.getByRole("status");
    const [before, total] = [await status.innerText(), await page.locator(".work").count()];
    const box = await page.locator("input[type=search]").boundingBox();
    await page.locator("input[type=search]").fill("xyzzy");
    expect(await page.locator("input[type=search]").boundingBox()).toEqual(box);
    expect(await page.locator(".work:visible").count()).toBe(0);
    expect(await status.innerText()).toBe(words[locale].none);
    await page.locator("input[type=search]").fill(" ");
    expect(await page.locator(".work:visible").count()).toBe(total);
    expect(await status.innerText()).toBe(before);
  });

  it.each([
    ["en", 1440, "对读 Duidu Library"],
    ["en", 390, "对读 Library"],
    ["zh", 1440, "对读 书目"],
  ] as const)(
    "is reached by a link whose name begins with what is seen, in %s at %d px",
    async (locale, width, name) => {
      const page = await openPage(`/${locale}/guide`, { site, width });
      const links = (await readAccessibilityTree(page)).filter(({ role }) => role === "link");
      expect(links[1]?.name).toBe(name);
    },
  );
});
