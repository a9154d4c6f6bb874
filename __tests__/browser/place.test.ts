import { article, closePages, openPage, passageIds, siteNames } from "./support/site";

afterEach(closePages);

describe.each(siteNames)("the reader's place on the %s site", (site) => {
  it("is where the last fold left it, not where it was before", async () => {
    const page = await openPage(`${article("en")}?view=stacked`, { site, height: 700 });
    const top = () =>
      page
        .locator(".row")
        .nth(5)
        .evaluate((row) => Math.round(row.getBoundingClientRect().top));
    await page
      .locator(".row")
      .nth(4)
      .evaluate((row) => row.scrollIntoView());
    await page.evaluate(() => scrollBy(0, 60));
    await page.waitForTimeout(200);
    await page
      .locator(".row")
      .nth(4)
      .locator(".toggle")
      .evaluate((box: HTMLInputElement) => box.click());
    await page.waitForTimeout(200);
    const before = await top();
    await page.locator("input[value=sepia]").evaluate((input: HTMLInputElement) => input.click());
    await page.waitForTimeout(200);
    expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(2);
  });

  it("is not carried into another page when the other language was opened in a new tab", async () => {
    const page = await openPage(article("en"), { site });
    const ids = await passageIds(page);
    await page
      .locator(".row")
      .nth(10)
      .evaluate((row) => row.scrollIntoView());
    await page.waitForTimeout(200);
    await page.locator("a[data-locale]").click({ modifiers: ["Control"] });
    await page.goto(`${article("en")}/${ids[30]}`);
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(ids[30]);
  });
});

describe.each(siteNames)("what is said on the %s site", (site) => {
  it("of the view goes away again", async () => {
    const page = await openPage(article("en"), { site });
    await page.keyboard.press("v");
    expect(await page.locator("#status").innerText()).toBe("Side by side");
    await page.waitForFunction(() => document.getElementById("status")?.textContent === "", undefined, {
      timeout: 5000,
    });
  });

  it("of the link that was followed ends when another is copied, and one passage alone is marked", async () => {
    const start = await openPage(article("en"), { site });
    const ids = await passageIds(start);
    for (const address of [`${article("en")}/${ids[8]}`, `${article("en")}#${ids[8]}`]) {
      const page = await openPage(address, { site });
      const bars = () =>
        page
          .locator(".row")
          .evaluateAll((rows) =>
            rows
              .filter((row) => getComputedStyle(row, "::before").content !== "none" && row !== document.activeElement)
              .map((row) => row.id),
          );
      await page.waitForFunction((id) => document.getElementById(id ?? "")?.hasAttribute("data-marked"), ids[8]);
      await page.locator(`#${ids[9]} .mark`).click({ force: true });
      await page.waitForFunction(() => document.getElementById("status")?.textContent !== "");
      await page.mouse.click(5, 300);
      expect([address, await bars()]).toEqual([address, [ids[9]]]);
      expect(await page.locator(".landing").count()).toBe(0);
    }
  });
});

describe.each(siteNames)("study mode on the %s site", (site) => {
  const seen = "visible";
  it("uncovers every translation at once, and then covers single ones", async () => {
    const page = await openPage(article("en"), { site });
    const visibility = (nth: number) =>
      page
        .locator(".row")
        .nth(nth)
        .locator(".translation p")
        .first()
        .evaluate((p) => getComputedStyle(p).visibility);
    await page.locator("#study").click({ force: true });
    expect(await visibility(4)).toBe("hidden");
    expect(await page.locator("label:has(#flip)").innerText()).toBe("Show all");
    await page.locator("#flip").click({ force: true });
    expect([await visibility(4), await visibility(5)]).toEqual([seen, seen]);
    await page.locator(".row").nth(4).locator(".toggle").click({ force: true });
    expect([await visibility(4), await visibility(5)]).toEqual(["hidden", seen]);
  });

  it("is not switched by its key where a view shows one language alone", async () => {
    const page = await openPage(`${article("en")}?view=source`, { site });
    await page.keyboard.press("s");
    expect(await page.locator("#study").isChecked()).toBe(false);
  });
});

it("the help sheet takes focus, and its key is switched off with the others", async () => {
  const page = await openPage(article("en"));
  await page.keyboard.press("?");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("shortcuts");
  await page.keyboard.press("Space");
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  expect(await page.locator("#help").isVisible()).toBe(false);
});

it("a note that is called twice stands once, and one that is called by a note stands too", async () => {
  const page = await openPage("/en/forms");
  const ids = await page.locator(".translation .note").evaluateAll((notes) => notes.map((note) => note.id));
  expect(ids).toEqual([...new Set(ids)]);
  const targets = await page
    .locator(".translation a.note-mark")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")?.slice(1)));
  expect(targets.filter((target) => !ids.includes(target ?? ""))).toEqual([]);
  expect(ids.length).toBe(2);
});
