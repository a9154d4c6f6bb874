import { parseRendering } from "@/lib/passage/parse-rendering";
import { blocksText } from "@/lib/passage/plain-text";

it.each([
  ["marks and emphasis", "山*高*，**水**长。 ^k7m2q", "山高，水长。"],
  ["notes", "山高[^1]。\n\n[^1]: 注", "山高。"],
  ["addresses", "[山](https://example.org/)高", "山高"],
  ["readings", "{漢字|かんじ}", "漢字"],
  ["pictures", "![山](images/a.png)", "山"],
])("leaves out %s", (_, source, expected) => expect(parseRendering(source, "a.md").blocks[0]?.text).toBe(expected));

it.each([
  ["verse", "山\\\n水", "山\n水"],
  ["item", "- 山\n  - 水\n- 云", "山\n水\n云"],
  ["paragraph of a quote", "> 山\n>\n> 水", "山\n水"],
])("gives each %s its line", (_, source, expected) =>
  expect(parseRendering(source, "a.md").blocks[0]?.text).toBe(expected),
);

it("gives no line to a rule among blocks", () =>
  expect(blocksText(parseRendering("山\n\n---\n\n`水`", "a.md").blocks.map(({ block }) => block))).toBe("山\n水"));
