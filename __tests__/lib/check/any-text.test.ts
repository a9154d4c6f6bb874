import fc from "fast-check";
import { checks } from "@/lib/check/checks";
import type { CheckContext, CheckedSide } from "@/lib/check/context";
import { segmentsOf } from "@/lib/check/segments";
import { suggestTerms } from "@/lib/check/suggest-terms";
import type { Block } from "@/lib/passage/block";
import type { PassageId } from "@/lib/passage/passage-id";

function side(name: CheckedSide["side"], text: string): CheckedSide {
  const blocks: Block[] = text.split("\n").map((value) => ({ type: "paragraph", children: [{ type: "text", value }] }));
  const language = name === "source" ? "zh-Hans" : "en";
  return { side: name, language, file: `${language}.md`, blocks, text, segments: segmentsOf(blocks, new Map()), parts: [{ raw: text, line: 1 }] }; // prettier-ignore
}

function contextOf(rows: readonly (readonly [string, string])[]): CheckContext {
  const passages = rows.map(([chinese, english], index) => ({
    id: `p${index}` as PassageId,
    source: side("source", chinese),
    translation: side("translation", english),
  }));
  const glossary = [{ zh: "“星际之门”项目", en: "the Stargate project (Stargate)" }];
  return { slug: "x", passages, glossary, isSetFullWidth: false, confidence: new Map() };
}

const piece = fc.constantFrom(..."山水的的了了阿尔特曼，。！？,.!?()（）“”\"'「」《》[]*_\\^$ \n\t\u200b\u202e\u3000ＡＺ０1a", "Altman ", "the ", "the the ", "https://a.b/c) ", "a@b.c", "😀", "\ud842\udfb7"); // prettier-ignore
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));

it("never fails, and tells where and how, whatever is written", () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { maxLength: 6 }), (rows) => {
      const context = contextOf(rows);
      for (const { what, fix, where, passage } of checks.flatMap((check) => check(context))) {
        expect(what).toMatch(/\S.*\.$/su);
        expect(fix).toMatch(/\.$/);
        expect(where.line).toBeGreaterThanOrEqual(1);
        expect(passage).toMatch(/^p\d$/);
      }
      suggestTerms(context);
    }),
    { numRuns: 1000 },
  ));

// Were the time quadratic anywhere, the test's patience would end long before.
it.each(["(", "“", '"a', "山,", "a-", "Ab-", "。", " ", "山", "http://a", "ab ", "《", "!a"])(
  "comes to an end with 50,000 of %j in a passage",
  (unit) => {
    const long = unit.repeat(50_000);
    const context = contextOf([[long, long]]);
    expect(checks.flatMap((check) => check(context)).length).toBeLessThan(100);
  },
);
