import type { Browser, BrowserContext, Page } from "playwright-core";
import { launchChromium } from "./chromium";
import { siteUrl, type SiteName } from "./sites";

export { siteNames, siteUrl, type SiteName } from "./sites";

/** A page that keeps what went on in it. */
export type WatchedPage = Page & {
  /** Errors thrown, and errors in the console, such as breaches of the security policy; a bare 404 is none. */
  readonly complaints: readonly string[];
  /** Every address the page asked for, in order. */
  readonly requested: readonly string[];
};

export type PageOptions = {
  readonly site?: SiteName;
  /** CSS pixels; 1280 unless told. */
  readonly width?: number;
  readonly height?: number;
  readonly javaScript?: boolean;
  readonly colorScheme?: "light" | "dark";
  readonly reducedMotion?: boolean;
  /** The few colors that the system allows, as in high contrast. */
  readonly forcedColors?: boolean;
  /** A touch screen without a mouse. */
  readonly touch?: boolean;
  /** The reader's language, as in `en-GB`. */
  readonly languages?: string;
  /** Takes the Content-Security-Policy away, to see that nothing relies on it. */
  readonly withoutPolicy?: boolean;
  /** A slow connection or computer: round trip, kilobytes a second, and how many times slower the processor is. */
  readonly throttle?: { readonly latencyMs?: number; readonly kilobytesPerSecond?: number; readonly cpu?: number };
};

/** Path of the article that the tests read. */
export const article = (locale: "en" | "zh") => `/${locale}/openai-microsoft-rift`;

let browser: Promise<Browser> | undefined;
const contexts = new Set<BrowserContext>();

afterAll(async () => {
  await (await browser)?.close();
  browser = undefined;
});

/**
 * Opens an address as a new reader: with empty storage, and cookies of nobody else. Resolves once the page has loaded
 * and its script, if it has any, has started.
 * @param path - path and query from the site's root
 */
export async function openPage(path: string, options: PageOptions = {}): Promise<WatchedPage> {
  const { site = "finished", width = 1280, touch = false, javaScript = true } = options;
  const origin = siteUrl(site);
  browser ??= launchChromium();
  const context = await (
    await browser
  ).newContext({
    baseURL: origin,
    viewport: { width, height: options.height ?? (width < 820 ? 844 : 900) },
    javaScriptEnabled: javaScript,
    colorScheme: options.colorScheme ?? "light",
    reducedMotion: options.reducedMotion ? "reduce" : "no-preference",
    forcedColors: options.forcedColors ? "active" : "none",
    hasTouch: touch,
    isMobile: touch,
    locale: options.languages ?? "en-US",
    bypassCSP: options.withoutPolicy ?? false,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  contexts.add(context);
  const page = watch(await context.newPage());
  if (options.throttle) await slowDown(page, options.throttle);
  await page.goto(path);
  if (javaScript && site === "plain") await waitForReact(page);
  return page;
}

/** Closes what a test has opened: `afterEach(closePages)`. */
export async function closePages(): Promise<void> {
  const open = [...contexts];
  contexts.clear();
  await Promise.all(open.map((context) => context.close()));
}

/** Ids of the passages, in the order of the page. */
export async function passageIds(page: Page): Promise<readonly string[]> {
  return page.locator(".row").evaluateAll((rows) => rows.map((row) => row.id));
}

function watch(page: Page): WatchedPage {
  const complaints: string[] = [];
  const requested: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    const text = message.text();
    if (message.type() === "error" && !/^Failed to load resource: .* status of/.test(text)) complaints.push(text);
  });
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url())) requested.push(request.url());
  });
  return Object.assign(page, { complaints, requested });
}

async function slowDown(
  page: Page,
  { latencyMs = 0, kilobytesPerSecond, cpu = 1 }: NonNullable<PageOptions["throttle"]>,
) {
  const session = await page.context().newCDPSession(page);
  const bytesPerSecond = kilobytesPerSecond === undefined ? -1 : kilobytesPerSecond * 1024;
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: latencyMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: cpu });
}

/**
 * Unfinished pages start their script in an effect of React, some time after `load`; a key pressed before would be
 * lost, as it is for a hasty reader. React leaves no public sign of being there, so this looks at its own.
 */
async function waitForReact(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    type Root = { stateNode: { current: { memoizedState: { isDehydrated?: boolean } | null } } };
    const key = Object.keys(document).find((name) => name.startsWith("__reactContainer$"));
    const root = key && (document as unknown as Record<string, Root>)[key];
    return root && root.stateNode.current.memoizedState?.isDehydrated === false;
  });
  // Effects run in a task after the paint.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))));
}
