import { article, closePages, openPage, siteNames, siteUrl } from "./support/site";

afterEach(closePages);

const paths = [
  "/en",
  "/zh",
  article("en"),
  `${article("zh")}/zzzzz`,
  "/en/nothing-here",
  "/en/hostile",
  "/en/forms",
  "/en/damaged",
];

it.each(paths)("%s is sent with a strict policy", async (path) => {
  const { headers } = await fetch(`${siteUrl("finished")}${path}`);
  const policy = headers.get("content-security-policy") ?? "";
  expect(policy).toMatch(/default-src 'none'/);
  expect(policy).toMatch(/script-src 'self'( 'sha256-[^']+')*;/);
  expect(policy).toMatch(/frame-ancestors 'none'/);
  expect(policy).not.toMatch(/unsafe-|\*|https?:/);
});

it.each(paths)("%s breaks no rule of its own policy", async (path) => {
  const page = await openPage(path, { site: "finished" });
  await page.waitForTimeout(200);
  expect(page.complaints).toEqual([]);
});

describe.each(siteNames)("on the %s site", (site) => {
  // A header that is sent twice reads as both values, joined by a comma.
  it.each([...paths, "/pictures/forms/images/square.png", "/icon.svg"])(
    "%s is sent with each header of a careful site, once",
    async (path) => {
      const { headers } = await fetch(`${siteUrl(site)}${path}`);
      expect(Object.fromEntries(headers)).toMatchObject({
        "x-content-type-options": "nosniff",
        "referrer-policy": "strict-origin-when-cross-origin",
        "cross-origin-opener-policy": "same-origin",
        // Pictures stand in the frames of other sites too.
        "cross-origin-resource-policy": path.startsWith("/pictures/") ? "cross-origin" : "same-origin",
        "origin-agent-cluster": "?1",
        "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
      });
      expect(headers.has("x-powered-by")).toBe(false);
    },
  );

  it.each(["/en", article("en"), "/zh/forms"])(
    "%s asks no other host for anything and sets no cookie but the language's",
    async (path) => {
      const page = await openPage(path, { site });
      const hosts = new Set(page.requested.map((url) => new URL(url).origin));
      expect([...hosts]).toEqual([siteUrl(site)]);
      const cookies = (await page.context().cookies()).map(({ name }) => name);
      expect(cookies.filter((name) => name !== "NEXT_LOCALE")).toEqual([]);
    },
  );

  it.each(["en", "zh"])("nothing in a hostile text runs in /%s, even without the policy", async (locale) => {
    const page = await openPage(`/${locale}/hostile`, { site, withoutPolicy: true });
    expect(await page.locator(".row").count()).toBeGreaterThanOrEqual(30);
    for (const link of await page.locator(".side a").all()) {
      expect(await link.evaluate((anchor: HTMLAnchorElement) => anchor.protocol)).toMatch(/^(https?|mailto):$/);
      await link.hover({ force: true }).catch(() => undefined);
    }
    await page
      .locator(".side")
      .evaluateAll((sides) =>
        sides.forEach((side) =>
          side
            .querySelectorAll("*")
            .forEach((each) => each.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }))),
        ),
      );
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => "pwned" in window)).toBe(false);
    expect(await page.locator(".side").locator("script, iframe, svg, form, style, object, embed").count()).toBe(0);
    expect(await page.locator(".side").first().innerText()).toContain("<script>");
  });

  it.each([
    "/card/guide/%25.png",
    "/card/%25/k7m2q.png",
    "/card/%25.png",
    "/api/quote/en/guide/%25",
    "/embed/en/guide/%25",
    "/embed/en/%25/k7m2q",
    "/en/%25",
  ])("does not fail at %s", async (path) => expect((await fetch(siteUrl(site) + path)).status).toBeLessThan(500));

  it.each(["/%", "/en/%ff", "/a%", "/en/%00", "/en/..%5c..%5cetc", "/pictures/%ff", "/pictures/forms/%"])(
    "answers the malformed path %s with 400",
    async (path) => {
      const { hostname, port } = new URL(siteUrl(site));
      const { request } = await import("node:http");
      const status = await new Promise<number | undefined>((resolve, reject) => {
        request({ hostname, port, path }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .on("error", reject)
          .end();
      });
      expect(status).toBe(400);
    },
  );
});
