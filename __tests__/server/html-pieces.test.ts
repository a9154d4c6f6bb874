import fc from "fast-check";
import { attribute, htmlPieces } from "@/server/html-pieces";

const join = (html: string) =>
  [...htmlPieces(html)]
    .map((piece) => (piece.type === "open" ? piece.raw + piece.content + piece.end : piece.raw))
    .join("");

const fragment = fc.constantFrom(
  "<p>",
  "</p>",
  "text",
  "<",
  ">",
  "<!-- a > b -->",
  "<!--",
  '<a title="x > y <script>">',
  "<br/>",
  "<script>1 < 2</script>",
  "<script data-duidu=''>if (a > b) c()</script>",
  "<script>",
  "</script>",
  "<style>a > b {}</style>",
  "<!DOCTYPE html>",
  "<1>",
  "对读",
  "\n",
);

describe("cutting HTML into pieces", () => {
  it("loses and adds nothing", () => {
    fc.assert(fc.property(fc.array(fragment), (parts) => expect(join(parts.join(""))).toBe(parts.join(""))));
    fc.assert(fc.property(fc.string(), (text) => expect(join(text)).toBe(text)));
  });
  it("does not take an attribute's > for the end of a tag", () => {
    const [first] = htmlPieces('<a title="1 > 0 <script>" href=x>text</a>');
    expect(first).toMatchObject({ type: "open", name: "a", raw: '<a title="1 > 0 <script>" href=x>' });
  });
  it("takes a script whole, whatever it says", () => {
    const [first] = htmlPieces('<script id="a">if (a < b) "<p>"</script>');
    expect(first).toMatchObject({ name: "script", content: 'if (a < b) "<p>"' });
  });
  it("reads an attribute with, without and in the absence of a value", () => {
    const raw = `<script data-duidu="" defer src='/x' id=y>`;
    expect([
      attribute(raw, "data-duidu"),
      attribute(raw, "defer"),
      attribute(raw, "src"),
      attribute(raw, "id"),
      attribute(raw, "as"),
    ]).toEqual(["", "", "/x", "y", null]);
  });
});
