import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pLimit from "p-limit";
import { git, gitBytes, gitOrNull, saidNo } from "@/lib/git/git";
import { contentRoot } from "./library";
import { loadWork } from "./load-work";
import { languages } from "./metadata";
import type { PassageId } from "@/lib/passage/passage-id";
import type { Work } from "./work";

/** The text of a work as it was at a version, or why it cannot be had. */
export type Version =
  | {
      readonly kind: "found";
      readonly work: Work;
      /** The day of the version, ISO 8601: the one that was asked for, or that of the commit. */
      readonly date: string;
      /** Whether today's text is the same, word for word. */
      readonly isCurrent: boolean;
    }
  /** `unknown`: no such version, or the work was not there yet. `unavailable`: the works are under no Git. */
  | { readonly kind: "unknown" | "unavailable" };

/** A version that is larger is not read, in bytes of its files. */
const mostBytes = 32 * 1024 * 1024;
/** Look-ups at once, and those that may wait for their turn: each starts half a dozen processes. */
const inTurn = pLimit(2);
const mostWaiting = 32;
/** Versions held in memory; one of a work of 10,000 passages takes some 50 MB. */
const mostKept = 8;

const files = new Set(["work.yaml", "ledger.json", "glossary.yaml", ...languages.map((language) => `${language}.md`)]);

/** Checks the form of a version: a Git commit of 7 to 40 hex digits, or a day of the calendar. */
export function isVersion(text: string): boolean {
  return /^[0-9a-f]{7,40}$/.test(text) || isDay(text);
}

/**
 * Reads a work as it was at a version, from the Git history of the content folder; also under the slugs it had before.
 * Only commits that today's text descends from are read, so that nobody reads a draft on another branch.
 *
 * @param version - a commit, or a day: the last commit of that day (UTC) or before, on the branch that is served
 * @throws {Error} when Git fails or takes too long, the disk is full, or too many wait already: it may go well next time,
 *   so nobody may keep an answer made of it
 */
export async function readVersion(work: Work, version: string): Promise<Version> {
  if (!isVersion(version)) return { kind: "unknown" };
  if (inTurn.pendingCount >= mostWaiting) throw new Error("Too many versions are asked for at once.");
  return inTurn(() => find(work, version));
}

async function find(work: Work, version: string): Promise<Version> {
  // What the text says at the end of a day is known once the day is over.
  if (isDay(version) && version >= new Date().toISOString().slice(0, 10)) return { kind: "unknown" };
  const root = contentRoot();
  const found = await gitOrNull(root, ["rev-parse", "--show-prefix"]).catch((error: unknown) => {
    if (saidNo(error)) return null;
    throw error;
  });
  if (found === null) return { kind: "unavailable" };
  const prefix = found.trim();
  const commit = await findCommit(root, version);
  if (!commit) return { kind: "unknown" };
  for (const slug of [work.slug, ...work.metadata.formerly]) {
    const then = await loadAt(root, commit, `${prefix}${slug}/`, slug);
    // Another work may have had this name then: an id once published stays in its own work's ledger.
    if (!then?.passages.some(({ id }) => isOwn(work, id))) continue;
    const date = isDay(version) ? version : await dayOf(root, commit);
    // Addresses and pictures are today's, whatever the folder was called then.
    return { kind: "found", work: { ...then, slug: work.slug }, date, isCurrent: isSameText(then, work) };
  }
  return { kind: "unknown" };
}

function isOwn(work: Work, id: PassageId): boolean {
  return work.ledger.has(id) || work.passages.some((passage) => passage.id === id);
}

async function findCommit(root: string, version: string): Promise<string | null> {
  try {
    if (isDay(version)) {
      const found = await git(root, ["rev-list", "-1", "--first-parent", `--until=${version}T23:59:59Z`, "HEAD"]);
      return found.trim() || null;
    }
    const commit = (await git(root, ["rev-parse", "--verify", "--quiet", `${version}^{commit}`])).trim();
    await git(root, ["merge-base", "--is-ancestor", commit, "HEAD"]);
    return commit;
  } catch (error) {
    if (saidNo(error)) return null;
    throw error;
  }
}

/** Loads the folder of a commit as a work; null where there is none, or none that can be read. */
async function loadAt(root: string, commit: string, folder: string, slug: string): Promise<Work | null> {
  const key = [root, commit, folder].join("\n");
  const held = kept.get(key);
  if (held) return held;
  const blobs = await listBlobs(root, commit, folder);
  if (blobs.length === 0 || blobs.reduce((sum, { bytes }) => sum + bytes, 0) > mostBytes) return null;
  const place = await mkdtemp(path.join(tmpdir(), "duidu-version-"));
  try {
    await mkdir(path.join(place, slug));
    for (const { blob, name } of blobs) {
      await writeFile(path.join(place, slug, name), await gitBytes(root, ["cat-file", "blob", blob]));
    }
    const { work } = await loadWork(path.join(place, slug), slug);
    if (work) keep(key, work);
    return work;
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

type Blob = { readonly blob: string; readonly bytes: number; readonly name: string };

/** The files of a work in a commit: plain files by their known names, no links, no folders. */
async function listBlobs(root: string, commit: string, folder: string): Promise<readonly Blob[]> {
  const listed = await git(root, ["ls-tree", "-z", "-l", "--full-tree", commit, "--", folder]);
  return listed.split("\0").flatMap((line) => {
    const [, blob = "", bytes, name = ""] =
      /^100\d{3} blob ([0-9a-f]{40,64}) +(\d+)\t(?:.*\/)?([^/]+)$/.exec(line) ?? [];
    return files.has(name) ? [{ blob, bytes: Number(bytes), name }] : [];
  });
}

const kept = new Map<string, Work>();

function keep(key: string, work: Work): void {
  kept.set(key, work);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
}

async function dayOf(root: string, commit: string): Promise<string> {
  const seconds = Number(await git(root, ["show", "--no-patch", "--format=%ct", commit]));
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

function isSameText(then: Work, now: Work): boolean {
  return (
    then.passages.length === now.passages.length &&
    then.passages.every(({ id, source, translation }, at) => {
      const other = now.passages[at];
      return id === other?.id && source?.text === other.source?.text && translation?.text === other.translation?.text;
    })
  );
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
