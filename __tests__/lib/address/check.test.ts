import fc from "fast-check";
import { checkOf, checkOfFingerprint, fingerprintOfCheck, isPassageCheck } from "@/lib/address/check";
import { fingerprint } from "@/lib/text/fingerprint";

const side = (text: string) => ({ blocks: [], text });

it("is 11 characters that an address need not escape, of the source's words", () =>
  fc.assert(
    fc.property(fc.string(), fc.string(), (source, translation) => {
      const check = checkOf({ source: side(source), translation: side(translation) });
      expect(check).toMatch(/^[\w-]{11}$/);
      expect(isPassageCheck(check)).toBe(true);
      expect(fingerprintOfCheck(check)).toBe(fingerprint(source).slice(0, 16));
    }),
  ));

it("is of the translation where there is no source", () =>
  expect(checkOf({ source: null, translation: side("Tides") })).toBe(
    checkOf({ source: side("Tides"), translation: null }),
  ));

it("is the same made from the ledger's fingerprint", () =>
  expect(checkOfFingerprint(fingerprint("潮汐"))).toBe(checkOf({ source: side("潮汐"), translation: null })));

// Links in the world rely on this value.
it("never changes", () => expect(checkOf({ source: side("潮汐"), translation: null })).toBe("_Oo-XdOU1Sg"));

it.each(["", "short", "AAAAAAAAAAAA", "AAAAAAAAAAB", "AAAAA AAAAA", "AAAAA+AAAAA", "AAAAA/AAAAA"])(
  "has no other form: %j",
  (text) => expect(isPassageCheck(text)).toBe(false),
);
