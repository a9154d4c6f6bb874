import fc from "fast-check";
import { idDigits, idLetters, isPassageId } from "@/lib/passage/passage-id";
import { anyId } from "./arbitraries";

it.each(["k7m2q", "aaaaa", "z9999", "newer"])("knows %s for an id", (text) => expect(isPassageId(text)).toBe(true));

it.each([
  "",
  "new",
  "k7m2",
  "k7m2qq",
  "7k7m2",
  "K7M2Q",
  "k7m2Q",
  "k7-m2",
  "k7.m2",
  " k7m2q",
  "k7m2q\n",
  "ké7m2",
  "山水山水山",
  "ｋ7m2q",
])("refuses %j", (text) => expect(isPassageId(text)).toBe(false));

it.each([..."0o1li"])("has no %s, which looks like another sign", (sign) => {
  expect(idLetters + idDigits).not.toContain(sign);
  expect(isPassageId(`k7m2${sign}`)).toBe(false);
  expect(isPassageId(`${sign}7m2q`)).toBe(false);
});

it("has every other small letter and digit, once", () =>
  expect([...(idLetters + idDigits)].sort().join("")).toBe("23456789abcdefghjkmnpqrstuvwxyz"));

it("writes an id the same in an address, a fragment and a file name", () =>
  fc.assert(
    fc.property(anyId, (id) => {
      expect(encodeURIComponent(id)).toBe(id);
      expect(id).toMatch(/^[a-z][a-z0-9]{4}$/);
    }),
  ));
