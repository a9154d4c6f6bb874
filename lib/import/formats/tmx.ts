import { readLanguage } from "../detect-language";
import { shorten } from "../draft";
import type { PairDraft } from "../finish-pair";
import { type Dropped, ImportRefused } from "../imported-text";
import { descendants, isElement, parseXml, type XmlElement } from "../xml";

/** Elements of a segment that hold codes of another program, and no words. */
const codes = new Set(["bpt", "ept", "it", "ph", "ut"]);

/** Reads a translation memory: a row for each unit that has words in the two languages of the file. */
export function readTmx(xml: string, file: string): PairDraft {
  const root = parseXml(xml, file);
  if (root.name !== "tmx")
    throw new ImportRefused(file, root.line, "This file is no translation memory.", "Choose a .tmx file.");
  const units = descendants(root, "tu").map((unit) => ({ line: unit.line, variants: variantsOf(unit) }));
  const named = descendants(root, "header")[0]?.attributes.get("srclang")?.toLowerCase() ?? "";
  const languages = commonLanguages(units.map(({ variants }) => [...variants.keys()]));
  const source = languages.find((tag) => tag === named || tag.split("-")[0] === named.split("-")[0]) ?? languages[0];
  const translation = languages.find((tag) => tag !== source);
  if (source === undefined || translation === undefined) {
    const what = "This translation memory has words in one language alone.";
    throw new ImportRefused(file, null, what, "Export it with both languages.");
  }
  const dropped: Dropped[] = [];
  const rows = units.map(({ line, variants }) => {
    for (const [tag, words] of variants) {
      if (tag === source || tag === translation || dropped.length >= 500) continue;
      dropped.push({ why: "markup", what: shorten(`${tag}: ${words}`), where: String(line) });
    }
    return { source: variants.get(source) ?? "", translation: variants.get(translation) ?? "" };
  });
  return {
    rows,
    languages: { source: scriptless(source), translation: scriptless(translation) },
    dropped,
    notes: [],
  };
}

/** A tag that says `zh` alone does not say which script: the words do. */
function scriptless(tag: string) {
  return tag === "zh" ? null : readLanguage(tag);
}

function variantsOf(unit: XmlElement): Map<string, string> {
  const variants = new Map<string, string>();
  for (const variant of unit.children.filter(isElement)) {
    if (variant.name !== "tuv") continue;
    const tag = (variant.attributes.get("lang") ?? "").toLowerCase();
    const words = descendants(variant, "seg").map(wordsOf).join("\n");
    // A memory may hold several translations of a unit; the first is taken.
    if (!variants.has(tag)) variants.set(tag, words);
  }
  return variants;
}

function wordsOf(segment: XmlElement): string {
  return segment.children
    .map((child) => (!isElement(child) ? child : codes.has(child.name) ? "" : wordsOf(child)))
    .join("");
}

/** The two languages that most units have, in the order in which they stand. */
function commonLanguages(tags: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, number>();
  for (const tag of tags.flat()) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const most = [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 2)
    .map(([tag]) => tag);
  return [...counts.keys()].filter((tag) => most.includes(tag));
}
