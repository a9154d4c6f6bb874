import type { Page } from "playwright-core";
import { AxeBuilder } from "@axe-core/playwright";
import { article, closePages, openPage, passageIds, siteNames, siteUrl } from "./support/site";

afterEach(closePages);

const words = {
  en: {
    more: "More…",
    share: "Share",
    copyLink: "Copy link",
    copyToWords: "Copy link to these words",
    toPassage: "Copy link to the passage",
    withCheck: "Copy link with a check",
    embed: "Copy embed code",
    extend: "Select up to…",
    extending: "Now choose the number of the last passage",
    copyText: "Copy quotation",
    source: "Chinese",
    translation: "English",
    both: "Both",
    markdown: "Markdown",
    credit: "with credit",
    link: "with link",
    cite: "Cite",
    copied: "Copied",
    send: "Send…",
    title: (number: number) => `Share passage ${number}`,
    range: (first: number, last: number) => `Share passages ${first} to ${last}`,
    ofWords: (number: number) => `Share words from passage ${number}`,
  },
  zh: {
    more: "更多…",
    share: "分享",
    copyLink: "复制链接",
    copyToWords: "复制所选文字的链接",
    toPassage: "复制本段链接",
    withCheck: "复制带校验码的链接",
    embed: "复制嵌入代码",
    extend: "选到另一段…",
    extending: "请点末一段的编号",
    copyText: "复制引文",
    source: "中文",
    translation: "英文",
    both: "两种文字",
    markdown: "Markdown",
    credit: "附出处",
    link: "附链接",
    cite: "引用格式",
    copied: "已复制",
    send: "发送…",
    title: (number: number) => `分享第 ${number} 段`,
    range: (first: number, last: number) => `分享第 ${first} 至 ${last} 段`,
    ofWords: (number: number) => `分享第 ${number} 段中的文字`,
  },
} as const;

const locales = ["en", "zh"] as const;
const everywhere = siteNames.flatMap((site) => locales.map((locale) => [site, locale] as const));

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const marked = (page: Page) => page.locator(".row[data-marked]").evaluateAll((rows) => rows.map(({ id }) => id));
const sheet = (page: Page) => page.locator("#share");

/** Presses a button of the sheet and waits until it says that it copied. */
async function copyBy(page: Page, name: string): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText("nothing yet"));
  await sheet(page).getByRole("button", { name, exact: true }).click();
  await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== "nothing yet");
  return clipboard(page);
}

/** Selects a part of the words of a side's first paragraph, by offsets into its first text. */
async function select(page: Page, id: string, side: "source" | "translation", start: number, end: number) {
  await page.locator(`#${id} .${side} > p`).evaluate(
    (paragraph, [from, to]) => {
      const text = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode()!;
      const range = document.createRange();
      range.setStart(text, from!);
      range.setEnd(text, to!);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    },
    [start, end],
  );
}

describe.each(everywhere)("sharing on the %s site in %s", (site, locale) => {
  const w = words[locale];
  const open = async (width = 1280) => {
    const page = await openPage(article(locale), { site, width, touch: width < 800 });
    return { page, ids: await passageIds(page) };
  };

  it("is offered, by a finger, when a link was copied", async () => {
    const { page, ids } = await open(390);
    await page.locator(`#${ids[2]} .mark`).tap();
    await page.locator(".status").getByRole("button", { name: w.more }).tap();
    expect(await sheet(page).getByRole("heading").first().innerText()).toBe(w.title(3));
    expect(await copyBy(page, w.copyLink)).toBe(`${siteUrl(site)}${article(locale)}/${ids[2]}`);
    expect(page.complaints).toEqual([]);
  });

  it("is in the bar for the passages that are marked, and lets them be drawn on to another", async () => {
    const { page, ids } = await open();
    await page.locator(`#${ids[3]} .mark`).click();
    await page.locator(`#${ids[5]} .mark`).click({ modifiers: ["Shift"] });
    expect(await marked(page)).toEqual(ids.slice(3, 6));
    expect(page.url()).toBe(`${siteUrl(site)}${article(locale)}/${ids[3]}..${ids[5]}`);
    await page.locator(".bar").getByRole("button", { name: w.share, exact: true }).click();
    expect(await sheet(page).getByRole("heading").first().innerText()).toBe(w.range(4, 6));
    await sheet(page).getByRole("button", { name: w.extend }).click();
    expect(await page.locator("#status").innerText()).toBe(w.extending);
    await sheet(page).waitFor({ state: "detached" });
    await page.locator(`#${ids[1]} .mark`).click();
    expect(await marked(page)).toEqual(ids.slice(1, 4));
    expect(await clipboard(page)).toBe(`${siteUrl(site)}${article(locale)}/${ids[1]}..${ids[3]}`);
  });

  it("gives a link that finds the passage by its words where the id is unknown", async () => {
    const { page, ids } = await open();
    await page.locator(`#${ids[2]}`).focus();
    await page.keyboard.press("y");
    const link = await copyBy(page, w.withCheck);
    expect(link).toMatch(new RegExp(`/${ids[2]}~[\\w-]{11}$`));
    await page.goto(link);
    expect(await marked(page)).toEqual([ids[2]]);
    await page.goto(link.replace(`${ids[2]}~`, "zzzzz~"));
    expect(await marked(page)).toEqual([ids[2]]);
  });

  it("is on a key, draws ranges by keys, and gives focus back", async () => {
    const { page, ids } = await open();
    await page.locator(`#${ids[4]}`).focus();
    await page.keyboard.press("Shift+J");
    await page.keyboard.press("Shift+J");
    await page.keyboard.press("Shift+K");
    expect(await marked(page)).toEqual(ids.slice(4, 6));
    expect(page.url()).toMatch(new RegExp(`/${ids[4]}\\.\\.${ids[5]}$`));
    await page.keyboard.press("c");
    await page.waitForFunction(async (url) => (await navigator.clipboard.readText()) === url, page.url());
    await page.keyboard.press("y");
    await sheet(page).waitFor();
    expect(await sheet(page).getByRole("heading").first().innerText()).toBe(w.range(5, 6));
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(w.copyLink);
    await page.keyboard.press("Escape");
    await sheet(page).waitFor({ state: "detached" });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(ids[5]);
  });

  it("copies a quotation in either language or both, plain or as Markdown, with credit and link or without", async () => {
    const { page, ids } = await open();
    await page.locator(`#${ids[0]}`).focus();
    await page.keyboard.press("y");
    const url = `${siteUrl(site)}${article(locale)}/${ids[0]}`;
    const source = "智东西4月30日消息,据外媒《华尔街日报》昨日上午报道,OpenAI联合创始人兼CEO萨姆・阿尔特曼(Sam Altman)";
    const english = "April 30 (Zhidongxi) — Sam Altman";
    const both = await copyBy(page, w.copyText);
    expect(both.split("\n\n")).toEqual([
      expect.stringContaining(source),
      expect.stringContaining(english),
      expect.stringMatching(new RegExp(`^— .+\\n${url}$`)),
    ]);
    await sheet(page).getByRole("radio", { name: w.source }).first().check();
    await sheet(page).getByRole("checkbox", { name: w.credit }).uncheck();
    await sheet(page).getByRole("checkbox", { name: w.link }).uncheck();
    const alone = await copyBy(page, w.copyText);
    expect(alone).toMatch(new RegExp(`^${source.replace(/[()]/g, "\\$&")}`));
    expect(alone).not.toMatch(/https?:|—|April/);
    await sheet(page).getByRole("radio", { name: w.markdown }).check();
    await sheet(page).getByRole("checkbox", { name: w.link }).check();
    expect(await copyBy(page, w.copyText)).toBe(`> ${alone}\n>\n> <${url}>`);
    await page.keyboard.press("Escape");
    await sheet(page).waitFor({ state: "detached" });
    await page.keyboard.press("y");
    expect(await sheet(page).getByRole("radio", { name: w.markdown }).isChecked()).toBe(true);
  });

  it("cites the passage in six forms, in both languages", async () => {
    const { page, ids } = await open();
    await page.locator(`#${ids[0]}`).focus();
    await page.keyboard.press("y");
    await sheet(page).getByText(w.cite, { exact: true }).click();
    const url = `${siteUrl(site)}${article(locale)}/${ids[0]}`;
    for (const [side, title] of [
      [w.source, "OpenAI微软陷入决裂危机:"],
      [w.translation, "near a rupture"],
    ] as const) {
      await page.locator(".share-cite").getByRole("radio", { name: side }).check();
      const buttons = page.locator(".share-citations button");
      expect(await buttons.count()).toBe(6);
      for (let at = 0; at < 6; at++) {
        const citation = await copyBy(page, (await buttons.nth(at).getAttribute("aria-label")) ?? "");
        expect(citation).toContain(url);
        expect(citation.replace(/[{}]/g, "")).toContain(title);
      }
    }
    expect(page.complaints).toEqual([]);
  });

  it("shares selected words, whole ones and as they were typed, with a link that leads to them", async () => {
    const { page, ids } = await open();
    // 「六|年,微软|凭借」 cuts into 六年 and 微软.
    await select(page, ids[2] ?? "", "source", 3, 6);
    await page.locator(".bar").getByRole("button", { name: w.share, exact: true }).click();
    expect(await sheet(page).getByRole("heading").first().innerText()).toBe(w.ofWords(3));
    expect(await copyBy(page, w.copyText)).toMatch(/^(过去)?六年,微软\n\n/);
    const link = await copyBy(page, w.copyToWords);
    expect(decodeURIComponent(link)).toMatch(new RegExp(`/${ids[2]}#:~:text=.*六年，微软`));
    expect(await copyBy(page, w.toPassage)).toMatch(new RegExp(`/${ids[2]}$`));
    const led = await openPage(link.replace(siteUrl(site), ""), { site });
    expect(await marked(led)).toEqual([ids[2]]);
  });

  it("shares words that a finger selected: the tap on Share does not lose them", async () => {
    const { page, ids } = await open(390);
    // Chromium on Linux selects nothing by a long press, so the selection itself is made by script.
    await select(page, ids[2] ?? "", "translation", 0, 12);
    await page.locator(".bar").getByRole("button", { name: w.share, exact: true }).tap();
    expect(await sheet(page).getByRole("heading").first().innerText()).toBe(w.ofWords(3));
    expect(await copyBy(page, w.copyToWords)).toContain(`${ids[2]}#:~:text=`);
  });

  it("gives code for a frame on another page", async () => {
    const { page, ids } = await open();
    await page.locator(`#${ids[2]}`).focus();
    await page.keyboard.press("y");
    expect(await copyBy(page, w.embed)).toMatch(
      new RegExp(`^<iframe src="${siteUrl(site)}/embed${article(locale)}/${ids[2]}" title="[^"<>]+" [^<>]*></iframe>$`),
    );
  });

  it("hands the link to the system where it can", async () => {
    const { page, ids } = await open();
    await page.evaluate(() => {
      Object.assign(navigator, { share: async (what: ShareData) => Object.assign(window, { sent: what }) });
    });
    await page.locator(`#${ids[2]}`).focus();
    await page.keyboard.press("y");
    await sheet(page).getByRole("button", { name: w.send }).click();
    const sent = await page.evaluate(() => (window as unknown as { sent: ShareData }).sent);
    expect(sent).toEqual({ title: await page.title(), url: `${siteUrl(site)}${article(locale)}/${ids[2]}` });
  });

  it("says so when it cannot be had", async () => {
    const { page, ids } = await open();
    await page.route("**/api/quote/**", (route) => route.abort());
    await page.locator(`#${ids[2]}`).focus();
    await page.keyboard.press("y");
    await page.waitForFunction(() => document.getElementById("status")?.textContent !== "");
    expect(await sheet(page).count()).toBe(0);
  });
});

describe.each(siteNames)("copying from the page on the %s site", (site) => {
  async function dragged(page: Page, from: string, to: string): Promise<string> {
    const [start, end] = [await page.locator(from).boundingBox(), await page.locator(to).boundingBox()];
    if (!start || !end) throw new Error("Nothing is there to drag over.");
    await page.mouse.move(start.x + 2, start.y + 12);
    await page.mouse.down();
    await page.mouse.move(start.x + 60, start.y + 12, { steps: 4 });
    await page.mouse.move(end.x + 40, end.y + 12, { steps: 12 });
    await page.mouse.up();
    await page.evaluate(() => navigator.clipboard.writeText(""));
    await page.keyboard.press("Control+c");
    return clipboard(page);
  }

  it("keeps to the column where the selection began, and begins anew in the other", async () => {
    const page = await openPage(article("en"), { site });
    const ids = await passageIds(page);
    const source = await dragged(page, `#${ids[0]} .source > p`, `#${ids[2]} .translation > p`);
    expect(source).toMatch(/^智东西4月30日消息,据外媒/);
    expect(source).toContain("\n\nOpenAI联合创始人兼CEO阿尔特曼(左)");
    expect(source).not.toMatch(/[，（）：·]|once hailed|Altman \(left\)/);
    const translation = await dragged(page, `#${ids[0]} .translation > p`, `#${ids[2]} .source > p`);
    expect(translation).toContain("Altman (left)");
    expect(translation).not.toMatch(/\p{Script=Han}|The source gives|tech\.”\d/u);
  });

  const texts = ["openai-microsoft-rift", "guide", "forms"];
  it.each(texts)("gives all of %s as it is on disk when all is selected, without numbers and notes", async (slug) => {
    const page = await openPage(`/zh/${slug}`, { site });
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Control+c");
    const copied = (await clipboard(page)).split("\n\n");
    const ids = await passageIds(page);
    const answer = await page.request.get(`/api/quote/zh/${slug}/${ids[0]}..${ids.at(-1)}`);
    const { quote } = (await answer.json()) as {
      quote: { passages: Record<"source" | "translation", { text: string } | null>[] };
    };
    const expected = quote.passages.flatMap(({ source, translation }) => [source?.text, translation?.text]);
    expect(copied.slice(2)).toEqual(expected.filter(Boolean));
  });

  it("carries emphasis and links along for those who paste them, and nothing of the page's own", async () => {
    const page = await openPage("/en/guide", { site });
    const html = await page.evaluate(() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector(".rows")!);
      getSelection()?.addRange(range);
      const data = new DataTransfer();
      document.body.dispatchEvent(new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true }));
      return data.getData("text/html");
    });
    expect(html.includes("<strong>permalink</strong>")).toBe(true);
    expect(/<a href="http:[^"]+">library<\/a>/.test(html)).toBe(true);
    expect(html.match(/class=|data-|id=|<sup|aria-|<input|changed after/)).toBeNull();
  });

  it("leaves what is not a text to the browser", async () => {
    const page = await openPage(article("en"), { site });
    const prevented = await page.evaluate(() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector(".colophon")!);
      getSelection()?.addRange(range);
      const event = new ClipboardEvent("copy", { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
      return event.defaultPrevented;
    });
    expect(prevented).toBe(false);
  });
});

describe.each(locales)("the share sheet in %s", (locale) => {
  it.each([390, 820, 1440])("has nothing that axe finds wrong at %d px, in light and dark", async (width) => {
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await openPage(article(locale), { width, colorScheme });
      const [, , id] = await passageIds(page);
      await page.locator(`#${id}`).focus();
      await page.keyboard.press("y");
      await sheet(page).locator("summary").click();
      const { violations } = await new AxeBuilder({ page }).include("#share").analyze();
      expect(violations.map((each) => `${each.id}: ${each.nodes[0]?.html}`)).toEqual([]);
      const box = await sheet(page).boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= width).toBe(true);
    }
  });
});

it("asks for nothing that only sharing needs before it is asked", async () => {
  const page = await openPage(article("en"));
  expect(page.requested.filter((url) => /open-share|\/api\//.test(url))).toEqual([]);
  await page.keyboard.press("y");
  await sheet(page).waitFor();
  expect(page.requested.filter((url) => /open-share|\/api\//.test(url))).toHaveLength(2);
});

it("leaves the numbers plain links without script, and shows no control that needs it", async () => {
  const page = await openPage(article("en"), { javaScript: false });
  const [id] = await passageIds(page);
  expect(await page.locator(`#${id} .mark`).getAttribute("href")).toBe(`${article("en")}/${id}`);
  expect(await page.locator("[data-share]:visible").count()).toBe(0);
});
