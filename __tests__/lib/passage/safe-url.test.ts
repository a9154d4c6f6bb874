import fc from "fast-check";
import { isOwnPicture, isSafeLink } from "@/lib/passage/safe-url";

it.each([
  "https://example.org/",
  "http://example.org",
  "HTTPS://EXAMPLE.ORG",
  "mailto:a@example.org",
  "/en/guide",
  "guide",
  "#k7m2q",
  "?view=both",
  "//example.org/",
  "山/水",
  "a:8080/".replace(":", "%3A"),
])("links to %s", (url) => expect(isSafeLink(url)).toBe(true));

it.each([
  "",
  " ",
  "javascript:x",
  " javascript:x",
  "\tjavascript:x",
  "java\nscript:x",
  "java\tscript:x",
  "\u0001javascript:x",
  "JAVASCRIPT:x",
  "vbscript:x",
  "data:text/html,x",
  "file:///",
  "ftp://a",
  "blob:https://a/1",
  "intent://a",
  "\\\\example.org",
  "/\\example.org",
  "https://",
  "http://[",
  "https://example.org/ ",
])("refuses %j", (url) => expect(isSafeLink(url)).toBe(false));

it("lets nothing through that a browser would run or open in another program", () => {
  const anyAddress = fc.oneof(
    fc.string({ unit: "binary" }),
    fc
      .tuple(
        fc.constantFrom("javascript", "data", "vbscript", "file"),
        fc.string({ unit: fc.constantFrom(..."\t\n\r\0 :/\\#?%a") }),
      )
      .map(([scheme, rest]) => rest.slice(0, 2) + scheme + rest.slice(2)),
    fc.webUrl(),
  );
  fc.assert(
    fc.property(anyAddress, (address) => {
      if (!isSafeLink(address)) return;
      expect(["http:", "https:", "mailto:"]).toContain(new URL(address, "http://site.example/en/work").protocol);
    }),
    { numRuns: 1_000 },
  );
});

it.each([
  "images/harbour.png",
  "images/港口.jpg",
  "images/2024/a-b_c.1.webp",
  "images/a.jpeg",
  "images/a.avif",
  "images/a.gif",
])("shows %s", (src) => expect(isOwnPicture(src)).toBe(true));

it.each([
  "",
  "images/",
  "images/.png",
  "images/a",
  "images/a.svg",
  "images/a.PNG.html",
  "a.png",
  "Images/a.png",
  "/images/a.png",
  "images//a.png",
  "images/../a.png",
  "images/./a.png",
  "images/a/../../b.png",
  "images/..png",
  "images\\a.png",
  "images/%2e%2e/a.png",
  "images/a.png\n",
  "images/a.png?x",
  "https://example.org/images/a.png",
  "images/\0.png",
])("does not show %j", (src) => expect(isOwnPicture(src)).toBe(false));
