import fc from "fast-check";
import { asQuotation, quoteMarkdown } from "@/lib/cite/quote-markdown";
import type { Block } from "@/lib/passage/block";
import { parseRendering } from "@/lib/passage/parse-rendering";
import { blocksText } from "@/lib/passage/plain-text";

const blocksOf = (source: string): readonly Block[] => parseRendering(source, "en.md").blocks.map(({ block }) => block);

it.each([
  ["plain Chinese as it is", "智东西4月30日消息,据外媒(Sam Altman)报道。", undefined],
  ["emphasis and strong", "*轻*与**重**", undefined],
  ["a heading", "## 山", undefined],
  ["a link", "[山](https://example.org/a)", "[山](<https://example.org/a>)"],
  ["code", "`a*b`", undefined],
  ["ruby", "{漢字|かんじ}", undefined],
  ["a verse", "一行\\\n二行", undefined],
  ["a quote", "> 山\n>\n> 水", undefined],
  ["a list", "- 山\n- 水", undefined],
  ["a numbered list", "3. 山\n4. 水", undefined],
  ["a rule", "山\n\n---\n\n水", undefined],
  ["a caption without its picture", "![山]()", "山"],
  ["words without their note", "山[^1]水\n\n[^1]: 注", "山水"],
  ["signs that are no markup", "a \\* b \\[c\\] 1 < 2 & snake_case", undefined],
])("writes %s", (_, source, written) => {
  expect(quoteMarkdown(blocksOf(source))).toBe(written ?? source);
});

it("sets empty lines in the quotation too", () => {
  expect(asQuotation("a\n\nb")).toBe("> a\n>\n> b");
});

const word = fc.string({
  unit: fc.constantFrom(..."山水高ab1 *_`[]()<>#-+.!~=|&;\\,，。"),
  minLength: 1,
  maxLength: 24,
});

it("is read again as the same words, whatever they are", () =>
  fc.assert(
    fc.property(word, (value) => {
      // White space at the ends, and in runs, is no part of a paragraph in Markdown.
      const text = value.replace(/\s+/g, " ").trim();
      fc.pre(text !== "");
      const paragraph: Block = { type: "paragraph", children: [{ type: "text", value: text }] };
      expect(blocksText(blocksOf(`${quoteMarkdown([paragraph])}\n`))).toBe(text);
    }),
    { numRuns: 500 },
  ));
