import { type Ledger, stringifyLedger } from "@/lib/ledger/ledger";
import { isError, type Problem } from "@/lib/problem/problem";
import { type DecodedText, encodeText } from "@/lib/text/decode";
import { loadLedger, loadMetadata } from "./load-work";
import type { WorkMetadata } from "./metadata";
import { openText, type OpenText } from "./open-text";
import { readText } from "./read-file";
import { type FileToSave, save, settle } from "./save";

/** A work that is being changed. */
export type OpenWork = {
  readonly folder: string;
  readonly slug: string;
  readonly metadata: WorkMetadata;
  readonly source: OpenText;
  readonly translation: OpenText;
  /** Empty where there is no `ledger.json` yet. */
  readonly ledger: Ledger;
  /** The text of `ledger.json` as it was read. */
  readonly ledgerText: DecodedText | null;
};

/**
 * Reads a work for changing it. Texts are read whatever is wrong in them, and their errors noted.
 *
 * @param shownAs - the folder's name as problems show it
 * @returns `work` is null when a file is missing or cannot be read at all
 */
export async function openWork(
  folder: string,
  shownAs: string,
  slug: string,
): Promise<{ work: OpenWork | null; problems: Problem[] }> {
  await settle(folder);
  const problems: Problem[] = [];
  const metadata = await loadMetadata(folder, shownAs, problems);
  const ledger = await loadLedger(folder, shownAs, slug, problems);
  if (!metadata || problems.some(isError)) return { work: null, problems };
  const { decoded: ledgerText } = await readText(folder, "ledger.json", shownAs);
  const source = await openText(folder, metadata.source.language, shownAs, problems);
  const translation = await openText(folder, metadata.translation.language, shownAs, problems);
  if (!source || !translation) return { work: null, problems };
  problems.push(...[source, translation].flatMap(({ rendering }) => rendering.problems.filter(isError)));
  return {
    work: { folder, slug, metadata, source, translation, ledger: ledger ?? new Map(), ledgerText },
    problems: problems.filter(({ code }) => code !== "file-missing"),
  };
}

/** A work's texts and ledger as they are to be. */
export type Changed = { readonly source: DecodedText; readonly translation: DecodedText; readonly ledger: Ledger };

/** The files that differ from what was read; none when nothing changed. */
export function changedFiles(work: OpenWork, after: Changed): FileToSave[] {
  const files: FileToSave[] = [];
  for (const side of ["source", "translation"] as const) {
    const { name, decoded } = work[side];
    const [read, bytes] = [encodeText(decoded), encodeText(after[side])];
    if (!Buffer.from(read).equals(Buffer.from(bytes))) files.push({ name, bytes, read });
  }
  const written = stringifyLedger(after.ledger);
  if (work.ledgerText === null || written !== stringifyLedger(work.ledger))
    files.push({
      name: "ledger.json",
      bytes: new TextEncoder().encode(written),
      read: work.ledgerText && encodeText(work.ledgerText),
    });
  return files;
}

/** Saves texts and ledger in one transaction; writes nothing when nothing changed. */
export async function saveWork(work: OpenWork, after: Changed): Promise<void> {
  await save(work.folder, changedFiles(work, after));
}
