import fc from "fast-check";
import { readOwnAddress } from "@/lib/address/own-address";

const read = (address: string) => readOwnAddress(address, "read.example:8080", ["en", "zh"]);
const site = "https://read.example:8080";

describe("an address of this site", () => {
  it.each([
    [`${site}/en/guide`, "en", "guide", null],
    [`${site}/en/guide/`, "en", "guide", null],
    ["http://read.example:8080/zh/guide/k7m2q", "zh", "guide", "k7m2q"],
    [`${site}/zh/guide/k7m2q..p3x8d?view=source`, "zh", "guide", "k7m2q..p3x8d"],
    [`${site}/en/guide#k7m2q`, "en", "guide", "k7m2q"],
    [`${site}/en/guide#note-1`, "en", "guide", null],
    [`${site}/en/%67uide/k7m2q`, "en", "guide", "k7m2q"],
  ])("%s is read", (address, locale, slug, segment) => expect(read(address)).toEqual({ locale, slug, segment }));

  it.each([
    "https://read.example/en/guide",
    "https://evil.example/en/guide",
    "https://read.example:8080@evil.example/en/guide",
    "https://reader:secret@read.example:8080/en/guide",
    "ftp://read.example:8080/en/guide",
    `${site}/fr/guide`,
    `${site}/en`,
    `${site}/`,
    `${site}/en/a/b/c`,
    `${site}/en/%ff`,
    "/en/guide",
    "",
  ])("%s is none", (address) => expect(read(address)).toBeNull());

  it("is never read out of what is none, and nothing makes the reading throw", () => {
    fc.assert(fc.property(fc.oneof(fc.webUrl(), fc.string()), (address) => expect(read(address)).toBeNull()));
  });
});
