import type { Browser, CDPSession, Page } from "playwright-core";

export type Load = {
  rawBytes: number;
  wireBytes: number;
  requests: number;
  fcp: number;
  lcp: number;
  cls: number;
  tbt: number;
  nodes: number;
  toggle: number;
};

/** Slow 4G as Lighthouse emulates it. */
const slow4G = {
  offline: false,
  latency: 562,
  downloadThroughput: (1.47e6 / 8) | 0,
  uploadThroughput: (0.7e6 / 8) | 0,
};
const cpuSlowdown = 4;

const observe = `
window.seen = { lcp: 0, cls: 0, tbt: 0 };
const watch = (type, add) => new PerformanceObserver((list) => list.getEntries().forEach(add)).observe({ type, buffered: true });
watch("largest-contentful-paint", (entry) => (seen.lcp = entry.startTime));
watch("layout-shift", (entry) => { if (!entry.hadRecentInput) seen.cls += entry.value });
watch("longtask", (entry) => (seen.tbt += Math.max(0, entry.duration - 50)));`;

async function throttled(
  browser: Browser,
  isSlowLine: boolean,
): Promise<{ page: Page; session: CDPSession; close: () => Promise<void> }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  if (isSlowLine) await session.send("Network.emulateNetworkConditions", slow4G);
  await session.send("Emulation.setCPUThrottlingRate", { rate: cpuSlowdown });
  await page.addInitScript(observe);
  return { page, session, close: () => context.close() };
}

/** Loads a page once as a new visitor, and then clicks one toggle seven times. */
export async function measureLoad(browser: Browser, url: string, isSlowLine: boolean): Promise<Load> {
  const { page, session, close } = await throttled(browser, isSlowLine);
  const icons = new Set<string>();
  let [rawBytes, wireBytes, requests] = [0, 0, 0];
  session.on("Network.requestWillBeSent", ({ requestId, request }) => {
    if (/icon/.test(request.url)) icons.add(requestId);
    else requests += 1;
  });
  session.on(
    "Network.dataReceived",
    ({ requestId, dataLength }) => (rawBytes += icons.has(requestId) ? 0 : dataLength),
  );
  session.on(
    "Network.loadingFinished",
    ({ requestId, encodedDataLength }) => (wireBytes += icons.has(requestId) ? 0 : encodedDataLength),
  );
  await page.goto(url, { waitUntil: "load", timeout: 120_000 });
  await page.waitForTimeout(1500);
  const vitals = await page.evaluate(() => {
    const { lcp, cls, tbt } = (window as unknown as { seen: { lcp: number; cls: number; tbt: number } }).seen;
    const fcp = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
    return { fcp, lcp, cls, tbt, nodes: document.querySelectorAll("*").length };
  });
  const toggle = await page.evaluate(async () => {
    const box = document.querySelectorAll<HTMLInputElement>(".toggle")[3];
    const times: number[] = [];
    for (let round = 0; round < 7; round += 1) {
      await new Promise((done) => setTimeout(done, 200));
      const start = performance.now();
      box?.click();
      // The task after the next frame's callback begins once that frame is painted.
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b)[3] ?? NaN;
  });
  await close();
  return { rawBytes, wireBytes, requests, ...vitals, toggle };
}

/** Milliseconds from navigation until the passage has stood still in the window for half a second. */
export async function measureLanding(browser: Browser, url: string, id: string): Promise<number> {
  const { page, close } = await throttled(browser, false);
  await page.goto(url, { waitUntil: "commit", timeout: 120_000 });
  const settled = await page.evaluate(async (sought) => {
    let [last, since] = [NaN, performance.now()];
    for (;;) {
      await new Promise((done) => setTimeout(done, 30));
      const top = document.getElementById(sought)?.getBoundingClientRect().top ?? NaN;
      const isInWindow = top >= 0 && top < innerHeight;
      if (!isInWindow || Math.abs(top - last) > 1) since = performance.now();
      last = top;
      if (isInWindow && document.readyState === "complete" && performance.now() - since > 500) return since;
    }
  }, id);
  await close();
  return settled;
}
