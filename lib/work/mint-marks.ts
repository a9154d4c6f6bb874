import type { Ledger, LedgerEntry } from "@/lib/ledger/ledger";
import { stringifyLedger } from "@/lib/ledger/ledger";
import { mintId } from "@/lib/passage/mint-id";
import { parseRendering, type ParsedBlock, type ParsedRendering } from "@/lib/passage/parse-rendering";
import type { PassageId } from "@/lib/passage/passage-id";
import { applySplices } from "@/lib/passage/splice";
import { isError, type Problem } from "@/lib/problem/problem";
import { type DecodedText, encodeText } from "@/lib/text/decode";
import { fingerprint } from "@/lib/text/fingerprint";
import { hashText } from "@/lib/text/hash-text";
import { joinPassages } from "./join-passages";
import { loadLedger, loadMetadata } from "./load-work";
import { planMarks, type Plan } from "./plan-marks";
import { fileMissing, readText } from "./read-file";
import { type FileToWrite, writeFiles } from "./write-files";

/** What minting did. When `problems` holds an error, nothing was changed. */
export type Minted = {
  /** Ids put into the texts. */
  readonly marks: number;
  /** Ids entered into the ledger. */
  readonly entered: number;
  readonly problems: readonly Problem[];
};

type Text = {
  readonly name: string;
  readonly file: string;
  readonly decoded: DecodedText;
  readonly rendering: ParsedRendering;
};

/**
 * Gives ids to the passages of a work that wait for one, and enters every id into the ledger.
 * Splices the marks in; every other byte stays. Running it again changes nothing.
 *
 * @param shownAs - the folder's name as problems show it
 * @param today - ISO date under which new ids enter the ledger
 */
export async function mintMarks(folder: string, shownAs: string, slug: string, today: string): Promise<Minted> {
  const problems: Problem[] = [];
  const refused = { marks: 0, entered: 0, problems };
  const metadata = await loadMetadata(folder, shownAs, problems);
  const ledger = await loadLedger(folder, shownAs, slug, problems);
  if (!metadata || problems.some(isError)) return refused;
  const source = await readRendering(folder, metadata.source.language, shownAs, problems);
  const translation = await readRendering(folder, metadata.translation.language, shownAs, problems);
  if (!source || !translation || problems.some(isError)) return refused;

  const taken = new Set<string>(ledger?.keys());
  for (const { mark } of [...source.rendering.blocks, ...translation.rendering.blocks]) if (mark) taken.add(mark);
  const plan = planMarks(source.rendering.blocks, translation.rendering.blocks, () => {
    const id = mintId(taken);
    taken.add(id);
    return id;
  });
  if (plan === null) return { ...refused, problems: [...problems, uneven(source, translation)] };

  const after = [writeMarks(source, plan.source), writeMarks(translation, plan.translation)] as const;
  const spoilt = [
    spoiltBlock(source, after[0], plan.source),
    spoiltBlock(translation, after[1], plan.translation),
  ].find((found) => found !== null);
  if (spoilt) return { ...refused, problems: [...problems, spoilt] };
  const entries = enter(ledger ?? new Map(), after[0].rendering, after[1].rendering, today);
  await save(
    folder,
    [
      [source, after[0]],
      [translation, after[1]],
    ],
    ledger,
    entries,
  );
  return {
    marks: new Set([...plan.source.values(), ...plan.translation.values()]).size,
    entered: entries.size - (ledger?.size ?? 0),
    problems: problems.filter(({ code }) => code !== "file-missing"),
  };
}

async function readRendering(
  folder: string,
  language: string,
  shownAs: string,
  problems: Problem[],
): Promise<Text | null> {
  const name = `${language}.md`;
  const file = `${shownAs}/${name}`;
  const { decoded, missing, problems: reading } = await readText(folder, name, shownAs);
  problems.push(...reading);
  if (missing)
    problems.push(fileMissing(file, "error", "Add the text in this language, or mend the language in work.yaml."));
  if (!decoded) return null;
  const rendering = parseRendering(decoded.text, file);
  problems.push(...rendering.problems.filter(isError));
  return { name, file, decoded, rendering };
}

function writeMarks(text: Text, plan: Plan): Text {
  const end = /\r\n|\n|\r/.exec(text.decoded.text)?.[0] ?? "\n";
  const splices = [...plan].map(([block, id]) => {
    if (block.markAt) return { start: block.markAt.start, end: block.markAt.end, insert: id };
    return { start: block.end, end: block.end, insert: block.markOnOwnLine ? `${end}^${id}` : ` ^${id}` };
  });
  const decoded = { ...text.decoded, text: applySplices(text.decoded.text, splices) };
  return { ...text, decoded, rendering: parseRendering(decoded.text, text.file) };
}

/** Reads the result back: each block must say what it said, under its mark. An unclosed code block would swallow its own. */
function spoiltBlock(before: Text, after: Text, plan: Plan): Problem | null {
  const blocks = after.rendering.blocks;
  const at = before.rendering.blocks.findIndex((block, index) => {
    const result = blocks[index];
    return result?.text !== block.text || result.mark !== (plan.get(block) ?? block.mark);
  });
  const block = before.rendering.blocks[at];
  if (!block && blocks.length === before.rendering.blocks.length) return null;
  return {
    code: "mark-misplaced",
    severity: "error",
    what: "This block cannot carry a mark, so nothing was changed.",
    where: { file: before.file, line: block?.line ?? 1 },
    fix: "If it is code, close it with a line of ```; else put an empty line above and below it.",
  };
}

/** The ledger with every living id entered, and fingerprints of the texts as they are. */
function enter(ledger: Ledger, source: ParsedRendering, translation: ParsedRendering, today: string): Ledger {
  const { passages } = joinPassages({ blocks: source.blocks, file: "" }, { blocks: translation.blocks, file: "" }, "");
  const entries = new Map<PassageId, LedgerEntry>(ledger);
  for (const { id, source: left, translation: right } of passages) {
    const known = ledger.get(id);
    if (known?.retired) continue;
    entries.set(id, {
      minted: known?.minted ?? today,
      source: left ? fingerprint(left.text) : known?.source,
      translation: right ? fingerprint(right.text) : known?.translation,
      // Only a translator can say that the translation follows an edited source, so a hash once set stays.
      translatedFrom: known?.translatedFrom ?? (left && right ? hashText(left.text) : undefined),
    });
  }
  return entries;
}

async function save(
  folder: string,
  texts: readonly (readonly [Text, Text])[],
  ledger: Ledger | null,
  entries: Ledger,
): Promise<void> {
  const files: FileToWrite[] = texts
    .filter(([before, after]) => before.decoded.text !== after.decoded.text)
    .map(([, after]) => ({ name: after.name, bytes: encodeText(after.decoded) }));
  const written = stringifyLedger(entries);
  // Last: a ledger that is behind its texts is mended by minting again, one that is ahead of them is not.
  if (!ledger || stringifyLedger(ledger) !== written)
    files.push({ name: "ledger.json", bytes: new TextEncoder().encode(written) });
  if (files.length > 0) await writeFiles(folder, files);
}

function uneven(source: Text, translation: Text): Problem {
  const [left, right] = [source, translation].map(({ rendering }) => rendering.blocks);
  const at = left?.findIndex((block, index) => block.block.type !== right?.[index]?.block.type) ?? -1;
  const line = (blocks: readonly ParsedBlock[] | undefined) => blocks?.[at]?.line ?? blocks?.at(-1)?.line ?? 1;
  return {
    code: "mark-missing",
    severity: "error",
    what: `The texts have no marks yet, and ${left?.length} blocks cannot be paired with ${right?.length} of ${translation.name} one by one; nothing was changed. They part company here at the latest (${translation.name}: line ${line(right)}).`,
    where: { file: source.file, line: line(left) },
    fix: "End each block that opens a passage with ^new, in both files, and leave continuing blocks without; then run `npx duidu mint` again.",
  };
}
