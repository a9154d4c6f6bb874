import { z } from "zod";
import { isPassageId, type PassageId } from "@/lib/passage/passage-id";
import { hashText } from "@/lib/text/hash-text";
import { readText } from "./read-file";

/** The file of a work that keeps which sentences were linked. Written by importing; it can be lost without harm. */
export const beadsName = "beads.json";

/** So many sentences of the source, so many of the translation, and how sure that is, 0 to 1. Either number may be 0. */
export type SentenceBead = readonly [source: number, translation: number, confidence: number];

/** The sentences of one passage, linked in order, and the words they were linked in. */
export type PassageBeads = {
  /** `hashOfWords` of the passage as it was. */
  readonly of: string;
  readonly beads: readonly SentenceBead[];
};

/** Linked sentences of a work. Passages in one language alone have none. */
export type Beads = ReadonlyMap<PassageId, PassageBeads>;

const count = z.number().int().nonnegative();
const bead = z.tuple([count, count, z.number().min(0).max(1)]).refine(([n, m]) => n + m > 0, "a bead links nothing");
const entry = z.strictObject({ of: z.string().regex(/^[0-9a-f]{16}$/), beads: z.array(bead) });
const form = z.record(z.string(), entry);

/** What stands for the words of a passage in both languages, so that beads of other words are known as such. */
export function hashOfWords(source: string, translation: string): string {
  return hashText(`${source}\n${translation}`);
}

/** Reads `beads.json`; null when it is none. Nobody edits it and importing writes it anew, so nothing more is said. */
export function readBeads(text: string): Beads | null {
  const beads = new Map<PassageId, PassageBeads>();
  for (const [id, linked] of Object.entries(form.safeParse(parse(text)).data ?? {})) {
    if (!isPassageId(id)) return null;
    beads.set(id, linked);
  }
  return beads.size > 0 || text.trim() === "{}" ? beads : null;
}

/** Writes `beads.json`: a passage a line, in the order given. */
export function stringifyBeads(beads: Beads): string {
  const lines = [...beads].map(([id, { of, beads: linked }]) => {
    const rounded = linked.map(([source, translation, confidence]) => [
      source,
      translation,
      Math.round(confidence * 100) / 100,
    ]);
    return `${JSON.stringify(id)}: ${JSON.stringify({ of, beads: rounded })}`;
  });
  return lines.length === 0 ? "{}\n" : `{\n${lines.join(",\n")}\n}\n`;
}

/** The linked sentences of a passage as it reads now; null where none were linked, or its words have changed since. */
export function beadsOf(
  beads: Beads,
  id: PassageId,
  words: { readonly source: string; readonly translation: string },
): readonly SentenceBead[] | null {
  const known = beads.get(id);
  return known && known.of === hashOfWords(words.source, words.translation) ? known.beads : null;
}

/** Reads the linked sentences of a work; none where it has no file of them, or one that cannot be read. */
export async function loadBeads(folder: string): Promise<Beads> {
  const { decoded } = await readText(folder, beadsName, "");
  return (decoded && readBeads(decoded.text)) ?? new Map();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
