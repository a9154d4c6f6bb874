import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkOf } from "@/lib/address/check";
import { readLedger } from "@/lib/ledger/ledger";
import en from "@/messages/en.json";
import zh from "@/messages/zh.json";
import { closePages, openPage, siteNames, siteUrl, type SiteName } from "./support/site";

afterEach(closePages);

const locales = ["en", "zh"] as const;
const works = join(__dirname, "fixtures/works");

/** What a notice says first, up to what is filled in. */
const opening = (message: string) => message.split(/[{<]/)[0] ?? "";
const messages = { en, zh } as const;

async function ask(path: string, site: SiteName = "finished") {
  const response = await fetch(`${siteUrl(site)}${path}`, { redirect: "manual" });
  const location = response.headers.get("location");
  const to = location === null ? null : location.replace(siteUrl(site), "");
  return { status: response.status, to, text: await response.text() };
}

describe("every id in every ledger", () => {
  const ledgers = readdirSync(works).flatMap((slug) => {
    try {
      const { ledger } = readLedger(readFileSync(join(works, slug, "ledger.json"), "utf8"), slug);
      return [{ slug, ledger: ledger ?? new Map() }];
    } catch {
      return []; // A work without a ledger has published nothing.
    }
  });

  it.each(locales)("answers as its ledger says, in %s", async (locale) => {
    let asked = 0;
    for (const { slug, ledger } of ledgers) {
      for (const [id, { retired }] of ledger) {
        const { status, to, text } = await ask(`/${locale}/${slug}/${id}`);
        asked++;
        if (!retired) {
          expect([id, status]).toEqual([id, 200]);
          expect(text).toContain(`id="${id}"`);
        } else if (status === 301) {
          expect(to).toMatch(new RegExp(`^/${locale}/${slug}/[a-z0-9]{5}\\?from=${id}$`));
          const led = await ask(to ?? "");
          expect([id, led.status]).toEqual([id, 200]);
          expect(led.text).toContain(`id="${to?.split(/[/?]/)[3]}"`);
        } else {
          expect([id, status]).toEqual([id, 410]);
        }
      }
    }
    expect(asked).toBeGreaterThan(10);
  });

  it("and an id that was never minted answers 404", async () => {
    for (const id of ["zzzzz", "abcde", "k7m2q..zzzzz"]) expect((await ask(`/en/tides/${id}`)).status).toBe(404);
  });
});

describe.each(siteNames)("old addresses on the %s site", (site) => {
  it.each([
    ["/tides/tbbb4", "/tides/tbbb3?from=tbbb4"],
    ["/tides/tbbbe", "/tides/tbbb3?from=tbbbe"],
    ["/tides/tbbb5", "/tides/tbbb6?from=tbbb5"],
    ["/tides/tbbbc", "/tides/tbbba?from=tbbbc"],
    ["/tides/tbbb4..tbbbc", "/tides/tbbb3..tbbba?from=tbbb4..tbbbc"],
    ["/tides/tbbb4?view=stacked&first=translation", "/tides/tbbb3?from=tbbb4&view=stacked&first=translation"],
    ["/tides/tbbb4?from=elsewhere", "/tides/tbbb3?from=tbbb4"],
    ["/old-tides", "/tides?from=old-tides"],
    ["/old-tides/tbbb3", "/tides/tbbb3?from=old-tides"],
    ["/old-tides/tbbb4?view=both", "/tides/tbbb3?from=old-tides/tbbb4&view=both"],
    ["/old-tides/tbbb4?at=2025-05-01", "/tides/tbbb4?at=2025-05-01"],
  ])("lead on for ever, in one step: %s", async (path, expected) => {
    for (const locale of locales) {
      const { status, to } = await ask(`/${locale}${path}`, site);
      expect([status, to]).toEqual([301, `/${locale}${expected}`]);
      expect((await ask(to ?? "", site)).status).toBe(200);
    }
  });

  const notices = [
    ["merged", "tides/tbbb4", "merged", "tbbb3"],
    ["split", "tides/tbbb5", "split", "tbbb6"],
    ["moved", "tides/tbbbc", "moved", "tbbba"],
    ["divided, and still here", "tides/tbbb2", "divided", "tbbb2"],
    ["renamed", "old-tides/tbbb9", "renamed", "tbbb9"],
    ["a range that lost an end", "tides/tbbb3..tbbb8", "partial", "tbbb3"],
    ["found by its words", `tides/zzzzz~${checkOfPosts()}`, "found", "tbbb9"],
  ] as const;
  describe.each(locales)("say what happened, in %s", (locale) => {
    it.each(notices)("%s", async (_, path, message, first) => {
      for (const [width, javaScript] of [
        [1440, true],
        [390, true],
        [390, false],
      ] as const) {
        const page = await openPage(`/${locale}/${path}`, { site, width, javaScript });
        await page.waitForTimeout(javaScript ? 200 : 500);
        const notice = page.locator(".landing-warning", { hasText: opening(messages[locale].Landing[message]) });
        expect(await notice.count()).toBe(1);
        // Said where the reader is: on the screen, above the passage.
        const [said, row] = [await notice.boundingBox(), await page.locator(`#${first}`).boundingBox()];
        expect(said?.y).toBeGreaterThanOrEqual(0);
        expect(row?.y).toBeGreaterThan(said?.y ?? Infinity);
        expect(row?.y).toBeLessThan(700);
        expect(await page.locator("[data-marked]").first().getAttribute("id")).toBe(first);
        expect(page.complaints).toEqual([]);
      }
    });
  });

  it.each(["tbbb4~&at=2025-05-01", "tbbb4~a/b", "tbbb4~#x"])(
    "keep what was written after them to themselves: %s",
    async (old) => {
      const { status, to } = await ask(`/en/tides/${encodeURIComponent(old)}`, site);
      expect(status).toBe(301);
      const query = new URL(to ?? "", siteUrl(site)).searchParams;
      expect([...query.keys()]).toEqual(["from"]);
      const page = await openPage(to ?? "", { site });
      expect(await page.locator(".version-bar").count()).toBe(0);
      expect(await page.locator("#tbbb3[data-marked]").count()).toBe(1);
    },
  );

  it("say no more of how the reader came once another passage is chosen", async () => {
    for (const path of ["/en/old-tides/tbbb4", "/en/tides/tbbb2"]) {
      const page = await openPage(path, { site });
      expect(await page.locator(".landing-warning").count()).toBeGreaterThan(0);
      await page.locator("#tbbb9 .mark").click();
      expect(await page.locator(".landing, .landing-here").count()).toBe(0);
    }
  });

  it("say nothing of an old address that never was", async () => {
    for (const from of ["zzzzz", "tbbb5", "elsewhere", "old-tides/tbbb5", "a/b/c", "%00", "x".repeat(300)]) {
      const page = await openPage(`/en/tides/tbbb3?from=${from}`, { site });
      expect([from, await page.locator(".landing-warning").count()]).toEqual([from, 0]);
    }
  });
});

function checkOfPosts(): string {
  const text = readFileSync(join(works, "tides/zh-Hans.md"), "utf8");
  const posts = /^如今木桩.*(?= \^tbbb9)/m.exec(text)?.[0] ?? "";
  return checkOf({ source: { blocks: [], text: posts }, translation: null });
}

describe.each(siteNames)("a passage that is gone, on the %s site", (site) => {
  it.each([
    ["en", 1440, true],
    ["zh", 390, true],
    ["zh", 1440, false],
    ["en", 390, false],
  ] as const)("has a page of its own in %s at %d px, script: %s", async (locale, width, javaScript) => {
    const page = await openPage(`/${locale}/tides/tbbb8`, { site, width, javaScript });
    expect(await page.locator("[lang=zh-Hans] p", { hasText: "台风卷走了三根木桩" }).count()).toBe(1);
    expect(await page.locator("[lang=en] p", { hasText: "a typhoon carried off three of the posts" }).count()).toBe(1);
    expect(await page.locator(".lead").innerText()).toContain(locale === "en" ? "March 1, 2026" : "2026年3月1日");
    expect(await page.locator(`a[href="/${locale}/tides/tbbb9"]`).count()).toBe(1);
    expect(await page.locator(`.ways a[href="/${locale}/tides"]`).count()).toBe(1);
    expect(await page.locator("meta[name=robots]").getAttribute("content")).toContain("noindex");
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.locator(".ways a", { hasText: locale === "en" ? "February 28, 2026" : "2026年2月28日" }).click();
    expect(await page.locator("#tbbb8[data-marked]").innerText()).toContain("台风");
    expect(page.complaints).toEqual([]);
  });

  it("says so where its words were not kept, and for a range that is gone as a whole", async () => {
    const bare = await openPage("/en/tides/tbbbd", { site });
    expect(await bare.getByText(en.Tombstone.notKept).count()).toBe(1);
    const range = await openPage("/en/tides/tbbb8..tbbbf", { site });
    expect(await range.locator("h1").innerText()).toBe("These passages are no longer in the text");
    expect(await range.locator(".said").count()).toBe(2);
  });
});

describe.each(siteNames)("a version on the %s site", (site) => {
  it.each([
    ["en", 1440, true],
    ["zh", 390, true],
    ["zh", 1440, false],
    ["en", 390, false],
  ] as const)("is the text as it was, in %s at %d px, script: %s", async (locale, width, javaScript) => {
    const page = await openPage(`/${locale}/tides/tbbb4?at=2025-05-01`, { site, width, javaScript });
    await page.waitForTimeout(javaScript ? 200 : 500);
    expect(await page.locator("#tbbb4[data-marked]").innerText()).toContain("他把水位刻在码头的木桩上");
    const bar = page.locator(".version-bar");
    expect(await bar.innerText()).toContain(locale === "en" ? "May 1, 2025" : "2025年5月1日");
    // The bar stays in sight, and the passage is not under it.
    const [over, row] = [await bar.boundingBox(), await page.locator("#tbbb4").boundingBox()];
    expect(over?.y).toBeGreaterThanOrEqual(0);
    expect(row?.y).toBeGreaterThanOrEqual((over?.y ?? 0) + (over?.height ?? 0));
    const links = await page.locator("a.mark").evaluateAll((marks) => marks.map((mark) => mark.getAttribute("href")));
    expect(links).toHaveLength(7);
    expect(links.every((href) => href?.endsWith("?at=2025-05-01"))).toBe(true);
    expect(await page.locator("link[rel=canonical]").getAttribute("href")).toMatch(new RegExp(`/${locale}/tides$`));
    expect(await page.locator("meta[name=robots]").getAttribute("content")).toContain("noindex");
    expect(page.complaints).toEqual([]);
    await bar.locator("a").click();
    await page.waitForURL(/tbbb3\?from=tbbb4/);
    expect(await page.locator(".version-bar").count()).toBe(0);
  });

  it("is quoted as it was, and not embedded, since a frame shows today's", async () => {
    const page = await openPage("/en/tides/tbbb4?at=2025-05-01", { site });
    const read = async (query: string) => {
      const answer = await page.request.get(`/api/quote/en/tides/tbbb3${query}`);
      return ((await answer.json()) as { quote: { link: string; linkWithCheck: string; embed: string | null } }).quote;
    };
    const [then, now] = [await read("?at=2025-05-01"), await read("")];
    expect(then.link).toMatch(/\/en\/tides\/tbbb3\?at=2025-05-01$/);
    expect(then.linkWithCheck).toMatch(/tbbb3~[\w-]{11}\?at=2025-05-01$/);
    expect([then.embed, now.embed === null]).toEqual([null, false]);
  });

  it("may be the text of today", async () => {
    const page = await openPage("/en/tides?at=2026-04-01", { site });
    expect(await page.locator(".version-bar").innerText()).toContain("has not changed since");
  });

  it.each(["2001-01-01", "1234567", "2025-02-30", "rubbish", "..%2F..", "--output%3Dx", "HEAD"])(
    "that does not exist gives today's text and says so: %s",
    async (version) => {
      for (const locale of locales) {
        const page = await openPage(`/${locale}/tides/tbbb3?at=${version}`, { site });
        expect(await page.locator(".version-bar").innerText()).toContain(messages[locale].VersionBar.unknown);
        expect(await page.locator("#tbbb3[data-marked]").count()).toBe(1);
      }
    },
  );

  it("without the passage says so", async () => {
    const page = await openPage("/en/tides/tbbb6?at=2025-05-01", { site });
    expect(await page.locator(".landing-warning").innerText()).toBe(en.Landing.lacksPassage);
    expect(await page.locator(".row").count()).toBe(7);
  });
});

describe.each(siteNames)("a translation older than its original, on the %s site", (site) => {
  it.each(locales)("says so and shows what changed, without script, in %s", async (locale) => {
    const page = await openPage(`/${locale}/tides`, { site, javaScript: false });
    expect(await page.locator(".stale").count()).toBe(1);
    const mark = page.locator("#tbbb9 .translation details.stale");
    expect(await mark.locator("summary").innerText()).toBe(messages[locale].Stale.mark);
    expect(await mark.locator("ins").first().isVisible()).toBe(false);
    await mark.locator("summary").click();
    expect(await mark.locator("p").getAttribute("lang")).toBe("zh-Hans");
    expect(await mark.locator("del").innerText()).toContain("六");
    expect(await mark.locator("ins").allInnerTexts()).toEqual([
      expect.stringContaining("三"),
      expect.stringContaining("钉着铁皮"),
    ]);
  });
});

it("keeps each page apart by path, old address and version, whatever else is in the query", async () => {
  const read = async (query: string) => (await ask(`/en/tides/tbbb3${query}`)).text;
  const plain = await read("");
  const [from, at] = [await read("?from=tbbb4"), await read("?at=2025-05-01")];
  expect(new Set([plain, from, at]).size).toBe(3);
  expect(await read("?utm_source=x")).toBe(plain);
  expect(await read("?utm_source=x&from=tbbb4")).toBe(from);
  expect(await read("?at=2025-05-01&from=tbbb4&x=y")).toBe(at);
  expect(await read("")).toBe(plain);
});

it("answers the wrong versions with 404, and the paths that only the site itself uses", async () => {
  for (const path of ["tides?at=2001-01-01", "tides?at=rubbish", "tides/_/at/2025-05-01", "tides/tbbb3/from/tbbb4"])
    expect([path, (await ask(`/en/${path}`)).status]).toEqual([path, 404]);
});
