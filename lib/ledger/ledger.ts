import { z } from "zod";
import { isPassageId, type PassageId } from "@/lib/passage/passage-id";
import type { Problem } from "@/lib/problem/problem";
import { lineAt } from "@/lib/text/decode";

const id = z.custom<PassageId>((value) => typeof value === "string" && isPassageId(value), "not a passage id");
const fingerprint = z.string().regex(/^[0-9a-f]{64}$/);

/** Characters of a side that a retired passage keeps: a long paragraph, but no chapter. */
export const mostSaid = 2_000;

const said = z.string().max(mostSaid);

const retirement = z.strictObject({
  as: z.enum(["merged", "split", "moved", "removed"]),
  /** The ids that took its place. */
  into: z.array(id).optional(),
  date: z.iso.date(),
  /** The living id nearest to where a removed passage stood. */
  near: id.optional(),
  /** What the passage said at the end, verbatim, so that an old link can still show it. */
  said: z.strictObject({ source: said.optional(), translation: said.optional() }).optional(),
});

const entry = z.strictObject({
  minted: z.iso.date(),
  /** The passage this one was split from. */
  from: id.optional(),
  source: fingerprint.optional(),
  translation: fingerprint.optional(),
  /** First 16 hex digits of the SHA-256 of the source text the translation was made from. */
  translatedFrom: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional(),
  /** That source text itself, kept while the translation is stale, to show what changed. */
  sourceThen: z.string().optional(),
  retired: retirement.optional(),
});

const form = z.strictObject({ version: z.literal(1), passages: z.record(z.string(), entry) });

export type LedgerEntry = z.infer<typeof entry>;

/** What became of a passage that is in the texts no more. */
export type Retirement = z.infer<typeof retirement>;

/** Every id a work ever published and what became of it. */
export type Ledger = ReadonlyMap<PassageId, LedgerEntry>;

/** Reads `ledger.json`. */
export function readLedger(text: string, file: string): { ledger: Ledger | null; problems: Problem[] } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const offset = Number(/position (\d+)/.exec(message)?.[1] ?? 0);
    return { ledger: null, problems: [malformed(message, file, lineAt(text, offset))] };
  }
  const read = form.safeParse(json);
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => {
      const key = path.find((part) => typeof part === "string" && isPassageId(part));
      return malformed(
        `${path.join(".") || "ledger"}: ${message}`,
        file,
        key === undefined ? 1 : lineOfKey(text, String(key)),
      );
    });
    return { ledger: null, problems };
  }
  const ledger = new Map<PassageId, LedgerEntry>();
  for (const [key, value] of Object.entries(read.data.passages)) {
    if (!isPassageId(key))
      return { ledger: null, problems: [malformed(`${key} is no passage id`, file, lineOfKey(text, key))] };
    ledger.set(key, value);
  }
  return { ledger, problems: [] };
}

/** Writes a ledger; ids in alphabetical order, so that the same ledger is the same file and changes merge well. */
export function stringifyLedger(ledger: Ledger): string {
  const entries = [...ledger].sort(([a], [b]) => (a < b ? -1 : 1));
  const passages = Object.fromEntries(
    entries.map(([key, { minted, from, source, translation, translatedFrom, sourceThen, retired }]) => [
      key,
      { minted, from, source, translation, translatedFrom, sourceThen, retired: retired && orderRetirement(retired) },
    ]),
  );
  return `${JSON.stringify({ version: 1, passages }, null, 2)}\n`;
}

/**
 * Checks that every id the ledger knows still leads somewhere, and that no retired id marks a living passage.
 *
 * @param living - where each id that marks a passage today stands
 * @param file - the ledger's name as problems show it
 */
export function checkLedger(ledger: Ledger, living: ReadonlyMap<PassageId, Problem["where"]>, file: string): Problem[] {
  const problems: Problem[] = [];
  for (const [key, { retired }] of ledger) {
    const where = living.get(key);
    if (!retired && !where) {
      problems.push(dangling(key, `The id ${key} was published, and now neither text has it.`, file));
    } else if (retired && where) {
      problems.push({
        code: "id-retired",
        severity: "error",
        what: `The id ${key} was retired on ${retired.date} (${retired.as}) and cannot mark a passage again.`,
        where,
        fix: "Write ^new in its place and run `npx duidu mint`.",
      });
    } else if (retired) {
      const lost = [...(retired.into ?? []), ...(retired.near ? [retired.near] : [])].find(
        (next) => !ledger.has(next) && !living.has(next),
      );
      if (lost)
        problems.push(dangling(key, `The id ${key} was ${retired.as} into ${lost}, which nothing knows.`, file));
      else if (circles(key, ledger)) problems.push(dangling(key, `The id ${key} leads back to itself.`, file));
    }
  }
  for (const [key, where] of living) if (!ledger.has(key)) problems.push(unpublished(key, where));
  return problems;
}

function circles(start: PassageId, ledger: Ledger): boolean {
  const seen = new Set<PassageId>();
  const ahead = [...(ledger.get(start)?.retired?.into ?? [])];
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    if (next === start) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    ahead.push(...(ledger.get(next)?.retired?.into ?? []));
  }
  return false;
}

function orderRetirement({ as, into, date, near, said }: Retirement): Retirement {
  return { as, into, date, near, said: said && { source: said.source, translation: said.translation } };
}

function lineOfKey(text: string, key: string): number {
  return lineAt(text, Math.max(0, text.indexOf(JSON.stringify(key))));
}

function malformed(detail: string, file: string, line: number): Problem {
  const fix = "Restore the file from Git: the program keeps it, and nobody edits it by hand.";
  return {
    code: "ledger-malformed",
    severity: "error",
    what: `The ledger cannot be read: ${detail}.`,
    where: { file, line },
    fix,
  };
}

function dangling(key: PassageId, what: string, file: string): Problem {
  const fix = `Put the mark ^${key} back on its passage, or let \`npx duidu check --fix\` find it again. If the passage is gone on purpose, \`npx duidu mint\` enters that, so that its links say so.`;
  return { code: "ledger-dangling", severity: "error", what, where: { file, line: 1 }, fix };
}

function unpublished(key: PassageId, where: Problem["where"]): Problem {
  const what = `The id ${key} is not in the ledger, so nothing keeps its links for ever.`;
  return { code: "id-unpublished", severity: "warning", what, where, fix: "Run `npx duidu mint`, which enters it." };
}
