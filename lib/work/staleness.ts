import path from "node:path";
import type { Ledger, LedgerEntry } from "@/lib/ledger/ledger";
import type { ParsedRendering } from "@/lib/passage/parse-rendering";
import type { Problem } from "@/lib/problem/problem";
import { changesBetween } from "@/lib/text/changes";
import { hashText } from "@/lib/text/hash-text";
import type { WorkMetadata } from "./metadata";
import type { Passage } from "./work";

/** Whether a passage's translation was made from other words than its source has now; another division into paragraphs is no other word. */
export function isStale(
  { source, translation }: Pick<Passage, "source" | "translation">,
  entry: LedgerEntry | undefined,
): boolean {
  if (!source || !translation || entry?.translatedFrom === undefined) return false;
  if (hashText(source.text) === entry.translatedFrom) return false;
  return entry.sourceThen === undefined || withoutSpace(entry.sourceThen) !== withoutSpace(source.text);
}

/**
 * Translations whose source changed after they were made, each at its place, with the words that changed.
 *
 * @param translation - the rendering, for the lines
 * @param shownAs - the work's folder as problems show it
 */
export function staleTranslations(
  passages: readonly Passage[],
  ledger: Ledger,
  translation: ParsedRendering,
  metadata: WorkMetadata,
  shownAs: string,
): Problem[] {
  const slug = path.posix.basename(shownAs);
  const lines = new Map(translation.blocks.map(({ mark, line }) => [mark, line]));
  return passages.flatMap((passage): Problem[] => {
    const entry = ledger.get(passage.id);
    if (!isStale(passage, entry)) return [];
    const changes = describe(entry?.sourceThen, passage.source?.text ?? "", metadata.source.language);
    return [
      {
        code: "translation-stale",
        severity: "warning",
        what: `The source of ${passage.id} changed after it was translated${changes}.`,
        where: { file: `${shownAs}/${metadata.translation.language}.md`, line: lines.get(passage.id) ?? 1 },
        passage: passage.id,
        side: "translation",
        fix: `Bring the translation up to date, then run \`npx duidu mint ${slug}\`; if it stands as it is, run \`npx duidu confirm ${slug} ${passage.id}\`. If a mark was lost here, so that the passage took in its neighbour, run \`npx duidu check --fix ${slug}\`.`,
      },
    ];
  });
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, "");
}

function describe(then: string | undefined, now: string, language: string): string {
  if (then === undefined) return "";
  const changes = changesBetween(then, now, language);
  const of = (kind: "removed" | "added") =>
    quote(changes.flatMap((change) => (change.kind === kind ? change.words.replace(/\s+/g, " ").trim() || [] : [])));
  const [gone, come] = [of("removed"), of("added")];
  if (gone && come) return `: ${gone} became ${come}`;
  return gone ? `: ${gone} went` : come ? `: ${come} came` : "";
}

/** The first words of a list, enough to know the place. */
function quote(words: readonly string[]): string {
  const shown = words.slice(0, 3).map((text) => `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`);
  return shown.join(", ") + (words.length > 3 ? " …" : "");
}
