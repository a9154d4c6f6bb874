import path from "node:path";
import { gitOrNull } from "@/lib/git/git";
import { readObjects } from "@/lib/git/read-objects";
import type { PassageId } from "@/lib/passage/passage-id";
import { isPassageId } from "@/lib/passage/passage-id";
import type { Problem } from "@/lib/problem/problem";
import type { Ledger } from "./ledger";

/** Every id that a committed ledger ever held, by the name of the work's folder then, with the commit that had it last. */
export type Published = ReadonlyMap<string, ReadonlyMap<PassageId, { readonly commit: string; readonly path: string }>>;

/** What Git knows of published ids. `note` is a line to print when it is not the whole history. */
export type History = { readonly published: Published; readonly note: string | null };

/** However long it is; a list of its ledgers beyond a gigabyte is not read. */
const wholeHistory = { timeout: 0, maxBuffer: 1 << 30 };

/**
 * Reads every version of every `ledger.json` below a folder that the present commit descends from: the independent
 * witness of what was published, renamed and deleted folders included.
 */
export async function readHistory(root: string): Promise<History> {
  try {
    return await read(root);
  } catch (error) {
    const reason = /fatal: (.+)/.exec(`${error}`)?.[1] ?? (error instanceof Error ? error.message : `${error}`);
    return {
      published: new Map(),
      note: `Ids are checked against the ledgers alone, since the Git history cannot be read: ${reason}`,
    };
  }
}

async function read(root: string): Promise<History> {
  const empty: Published = new Map();
  const shallow = await gitOrNull(root, ["rev-parse", "--is-shallow-repository"]);
  if (shallow === null)
    return { published: empty, note: "No Git history here: ids are checked against the ledgers alone." };
  const question = [
    "log",
    "--format=commit %H",
    "--raw",
    "--no-renames",
    "--no-abbrev",
    "-m",
    "--",
    ":(glob)*/ledger.json",
  ];
  const log = await gitOrNull(root, question, wholeHistory);
  if (log === null)
    return { published: empty, note: "Nothing is committed yet: ids are checked against the ledgers alone." };
  const versions = readLog(log);
  const texts =
    versions.length > 0 ? await readObjects(root, [...new Set(versions.map(({ blob }) => blob))]) : new Map();
  const published = new Map<string, Map<PassageId, { commit: string; path: string }>>();
  for (const { commit, blob, path } of versions) {
    const slug = folderOf(path);
    const ids = published.get(slug) ?? new Map<PassageId, { commit: string; path: string }>();
    published.set(slug, ids);
    // Newest first, so the first commit seen with an id is the last that had it.
    for (const id of idsOf(texts.get(blob) ?? "")) if (!ids.has(id)) ids.set(id, { commit, path });
  }
  const note =
    shallow.trim() === "true"
      ? "This clone holds only part of the Git history: ids are checked against that part."
      : null;
  return { published, note };
}

type Version = { readonly commit: string; readonly blob: string; readonly path: string };

function readLog(log: string): Version[] {
  const versions: Version[] = [];
  let commit = "";
  for (const line of log.split("\n")) {
    if (line.startsWith("commit ")) commit = line.slice(7);
    const [, blob, path] = /^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) [A-Z]\d*\t(.+)$/.exec(line) ?? [];
    if (blob && path && !/^0+$/.test(blob)) versions.push({ commit, blob, path });
  }
  return versions;
}

/** The last part of a path that Git prints, whatever the system. */
function folderOf(file: string): string {
  return path.posix.basename(path.posix.dirname(file));
}

/** A ledger in the history may be of any form, even broken: every quoted id that opens an entry counts. */
function idsOf(text: string): PassageId[] {
  return [...text.matchAll(/"([a-z0-9]{5})"\s*:\s*\{/g)].flatMap(([, id = ""]) => (isPassageId(id) ? id : []));
}

/** A work as the history's check sees it; a ledger that cannot be read is null, and reported elsewhere. */
export type Shelved = { readonly slug: string; readonly formerly: readonly string[]; readonly ledger: Ledger | null };

/**
 * Proves that every id ever committed is in the ledger of the work that answers for it today. That the ledger leads it
 * somewhere is proved by `checkLedger`.
 *
 * @param withdrawn - slugs of works that were taken down on purpose
 * @param shownRoot - the content folder as problems show it
 */
export function checkHistory(
  { published }: History,
  works: readonly Shelved[],
  withdrawn: ReadonlySet<string>,
  shownRoot: string,
): Problem[] {
  const answering = new Map<string, Shelved>();
  for (const work of works) for (const former of work.formerly) answering.set(former, work);
  for (const work of works) answering.set(work.slug, work);
  return [...published].flatMap(([slug, ids]): Problem[] => {
    if (withdrawn.has(slug) || ids.size === 0) return [];
    const work = answering.get(slug);
    if (!work) return [forgottenWork(slug, ids, works, shownRoot)];
    const { ledger } = work;
    if (!ledger) return [];
    return [...ids].flatMap(([id, { commit, path }]): Problem[] =>
      ledger.has(id)
        ? []
        : [
            {
              code: "id-forgotten",
              severity: "error",
              what: `The id ${id} was published (${path} in commit ${commit.slice(0, 10)}), and the ledger has lost it.`,
              where: { file: `${shownRoot}/${work.slug}/ledger.json`, line: 1 },
              fix: `Put its entry back from \`git show ${commit.slice(0, 10)}:${path}\`; an id must lead somewhere for ever.`,
            },
          ],
    );
  });
}

function forgottenWork(
  slug: string,
  ids: ReadonlyMap<PassageId, unknown>,
  works: readonly Shelved[],
  shownRoot: string,
): Problem {
  const heir = works.find(({ ledger }) => [...ids.keys()].some((id) => ledger?.has(id)));
  return {
    code: "work-forgotten",
    severity: "error",
    what: heir
      ? `The work ${slug} was published, and ${heir.slug} has its passages now, but does not answer for its addresses.`
      : `The work ${slug} was published with ${ids.size} passages, and nothing answers for its addresses.`,
    where: { file: heir ? `${shownRoot}/${heir.slug}/work.yaml` : `${shownRoot}/${slug}`, line: 1 },
    fix: heir
      ? `Add \`formerly: [${slug}]\` to the file; next time, \`npx duidu rename\` does it.`
      : `Restore the folder from Git; or, if the work was taken down on purpose, write its name on a line of ${shownRoot}/withdrawn.txt.`,
  };
}
