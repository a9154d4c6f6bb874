import { pageKey } from "@/server/page-key";

const keyOf = (target: string) => pageKey({ path: target.split("?")[0] ?? "", target });

it.each([
  ["/en/tides", "/en/tides", false],
  ["/en/tides/k7m2q", "/en/tides/k7m2q", false],
  ["/en/tides?view=both&utm_source=x", "/en/tides", false],
  ["/en/tides?", "/en/tides", false],
  ["/en/tides/k7m2q?from=p3x8d", "/en/tides/k7m2q?from=p3x8d", true],
  ["/en/tides/k7m2q?view=both&from=p3x8d", "/en/tides/k7m2q?from=p3x8d", true],
  ["/en/tides/k7m2q?from=old/p3x8d", "/en/tides/k7m2q?from=old/p3x8d", true],
  ["/en/tides?at=2025-05-01&at=2026-05-01", null, true],
  ["/en/tides?at=&at=2026-05-01", null, true],
  ["/en/tides?from=&from=p3x8d", null, true],
  ["/en/tides?at=&from=", null, true],
  ["/en/tides/k7m2q..p3x8d", "/en/tides/k7m2q..p3x8d", true],
  ["/en/tides/k7m2q~AAAAAAAAAAA", "/en/tides/k7m2q~AAAAAAAAAAA", true],
])("keeps %s under %s", (target, key, isVariant) => expect(keyOf(target)).toEqual({ key, isVariant }));

it("keeps nothing under an endless old address", () =>
  expect(keyOf(`/en/tides?from=${"x".repeat(1000)}`).key).toBeNull());
