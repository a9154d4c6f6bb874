import fc from "fast-check";
import { ByteCache } from "@/server/byte-cache";

describe("the cache", () => {
  it("never holds more bytes than it may", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ maxLength: 2 }), fc.nat(150))), (entries) => {
        const cache = new ByteCache<number>(100);
        for (const [key, bytes] of entries) {
          cache.set(key, bytes, bytes);
          expect(cache.bytes).toBeLessThanOrEqual(100);
          expect(cache.get(key)).toBe(bytes > 100 ? undefined : bytes);
        }
      }),
    );
  });
  it("forgets what was used longest ago", () => {
    const cache = new ByteCache<string>(2);
    cache.set("a", "a", 1);
    cache.set("b", "b", 1);
    cache.get("a");
    cache.set("c", "c", 1);
    expect([cache.get("a"), cache.get("b"), cache.get("c")]).toEqual(["a", undefined, "c"]);
  });
});
