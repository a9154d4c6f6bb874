import { readFileSync } from "node:fs";
import { join } from "node:path";
import { article, closePages, openPage, siteUrl } from "./support/site";

afterEach(closePages);

/** CLREQ: these may not begin a line, and those may not end one. */
const neverFirst = "，。、；：？！）》」』】”’·";
const neverLast = "（《「『【“‘";

describe("Chinese on the page", () => {
  it.each([390, 820, 1440])("begins and ends no line with a mark that may not stand there, at %d px", async (width) => {
    const page = await openPage(article("zh"), { width });
    const wrong = await page.evaluate(
      ([first, last]) => {
        const found: string[] = [];
        for (const paragraph of document.querySelectorAll(".source :is(p, h2)")) {
          const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
          let before: { character: string; top: number } | null = null;
          while (walker.nextNode()) {
            const text = walker.currentNode.textContent ?? "";
            for (let at = 0; at < text.length; at += 1) {
              const range = document.createRange();
              range.setStart(walker.currentNode, at);
              range.setEnd(walker.currentNode, at + 1);
              const box = range.getClientRects()[0];
              const character = text[at] ?? "";
              if (!box || box.width === 0) continue;
              if (before && box.top - before.top > 10) {
                if (first?.includes(character)) found.push(`begins with ${character}: ${text.slice(0, 20)}`);
                if (last?.includes(before.character)) found.push(`ends with ${before.character}: ${text.slice(0, 20)}`);
              }
              before = { character, top: box.top };
            }
          }
        }
        return found;
      },
      [neverFirst, neverLast],
    );
    expect(wrong).toEqual([]);
  });

  it("shows full-width punctuation beside Han characters while the file keeps its own", async () => {
    const page = await openPage(article("zh"));
    const shown = (await page.locator(".source").allInnerTexts()).join("\n");
    expect(shown).not.toMatch(/\p{Script=Han}[,:;?!()]|[,;?!()]\p{Script=Han}/u);
    const file = readFileSync(join(process.cwd(), "content/openai-microsoft-rift/zh-Hans.md"), "utf8");
    expect(file).toMatch(/\p{Script=Han},\p{Script=Han}/u);
  });

  it.each([
    ["stacked", "justify"],
    ["both", "start"],
  ])("is set in a Song face on a line of 1.7 to 1.9; in the view %s its lines %s", async (view, textAlign) => {
    const page = await openPage(`${article("zh")}?view=${view}`);
    const style = await page
      .locator(".row .source")
      .nth(2)
      .evaluate((side) => {
        const { textAlign, fontFamily, lineHeight, fontSize, lineBreak } = getComputedStyle(side);
        return { textAlign, fontFamily, ratio: parseFloat(lineHeight) / parseFloat(fontSize), lineBreak };
      });
    expect(style).toMatchObject({ textAlign, lineBreak: "strict" });
    expect(style.fontFamily).toContain("Songti SC");
    expect(style.ratio).toBeGreaterThanOrEqual(1.7);
    expect(style.ratio).toBeLessThanOrEqual(1.9);
  });

  it("starts level with its translation", async () => {
    const page = await openPage(article("zh"), { width: 1440 });
    const baselines = await page.locator(".row").evaluateAll((rows) =>
      rows.slice(0, 12).map((row) =>
        [".source", ".translation"].map((side) => {
          const probe = document.createElement("span");
          // An empty box in the line stands on its baseline; an empty inline would end where its face ends.
          probe.style.display = "inline-block";
          const first = row.querySelector(`${side} > *`);
          first?.prepend(probe);
          const { bottom } = probe.getBoundingClientRect();
          probe.remove();
          return bottom;
        }),
      ),
    );
    expect(baselines).toHaveLength(12);
    for (const [source = 0, translation = NaN] of baselines)
      expect(Math.abs(source - translation)).toBeLessThanOrEqual(1);
  });
});

it("a text of every form is drawn as what it is", async () => {
  const page = await openPage("/en/forms");
  expect(await page.locator(".verse .verse-line").count()).toBe(8);
  expect(await page.locator("blockquote").count()).toBe(2);
  expect(await page.locator("li", { hasText: "Third" }).count()).toBe(1);
  expect(await page.locator("ruby rt").first().innerText()).toBe("かんじ");
  expect(await page.locator(".caption-alone").count()).toBe(2);
  // The last is a note to a note.
  expect(await page.locator(".note").count()).toBe(3);
  expect(await page.locator("#aaaa7 .alone").innerText()).toBe("Not translated.");
  expect(await page.locator("#aaaa9 .alone").innerText()).toBe("Not in the original.");
  const picture = page.locator("figure img").first();
  await picture.scrollIntoViewIfNeeded();
  await page.waitForFunction(() => document.querySelector<HTMLImageElement>("figure img")?.complete);
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(24);
  expect(await picture.getAttribute("alt")).toBe("一个红色的方块");
});

it.each(["images/../work.yaml", "images/%2e%2e/work.yaml", "work.yaml", "images/none.png"])(
  "no file but a picture is served: %s",
  async (name) => {
    expect([400, 404]).toContain((await fetch(`${siteUrl("finished")}/pictures/forms/${name}`)).status);
  },
);
