import fc from "fast-check";
import { mintId } from "@/lib/passage/mint-id";
import { idDigits, idLetters, isPassageId } from "@/lib/passage/passage-id";
import { anyId } from "./arbitraries";

/** Chance that yields the signs of `text`, one after the other. */
function rigged(text: string): (below: number) => number {
  const signs = [...text];
  return (below) => {
    const at = (idLetters + idDigits).indexOf(signs.shift() ?? "");
    expect(at).toBeGreaterThanOrEqual(0);
    expect(at).toBeLessThan(below);
    return at;
  };
}

it("mints ids of the permanent form", () => {
  for (let time = 0; time < 1_000; time++) expect(isPassageId(mintId(new Set()))).toBe(true);
});

it("passes over every id that was ever taken", () =>
  fc.assert(
    fc.property(fc.uniqueArray(anyId, { minLength: 2, maxLength: 8 }), (ids) => {
      const free = ids.at(-1) ?? "";
      expect(mintId(new Set(ids.slice(0, -1)), rigged(ids.join("")))).toBe(free);
    }),
  ));

it("mints no id twice where the caller remembers", () => {
  const taken = new Set<string>();
  for (let time = 0; time < 2_000; time++) taken.add(mintId(taken));
  expect(taken.size).toBe(2_000);
});

it("lets chance alone decide, over the whole alphabet", () => {
  expect(mintId(new Set(), (below) => below - 1)).toBe("z9999");
  expect(mintId(new Set(), () => 0)).toBe("aaaaa");
});
