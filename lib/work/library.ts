import { lstat, readdir } from "node:fs/promises";
import path from "node:path";
import type { Problem } from "@/lib/problem/problem";
import { sweepUnfinished } from "./create-work";
import { loadWork } from "./load-work";
import type { Work } from "./work";

/** A work that errors keep from being served. */
export type DamagedWork = { readonly slug: string; readonly problems: readonly Problem[] };

/** Every work of a site. Problems are all of them, warnings and those of damaged works included. */
export type Library = {
  /** Newest first; works of one day by slug. */
  readonly works: readonly Work[];
  readonly damaged: readonly DamagedWork[];
  readonly problems: readonly Problem[];
};

/** Enough to keep the disk busy without opening every file of a large library at once. */
const loadedAtOnce = 8;

/**
 * Loads the works below `root`, each folder one. A damaged work never keeps the rest from being served.
 *
 * @param slugs - load these alone
 */
export async function loadLibrary(root: string, slugs?: readonly string[]): Promise<Library> {
  const shownRoot = showRoot(root);
  const names = slugs ?? (await listSlugs(root));
  // What an import left that was stopped half-way. Whoever may only read leaves it: it is no work, and harms nobody.
  if (!slugs) await sweepUnfinished(root).catch(() => undefined);
  if (!names) {
    const where = { file: shownRoot, line: 1 };
    const fix = "Create the folder, or name another in the environment variable DUIDU_CONTENT.";
    return {
      works: [],
      damaged: [],
      problems: [{ code: "file-missing", severity: "error", what: "There is no such folder.", where, fix }],
    };
  }
  const loaded: { slug: string; work: Work | null; problems: Problem[] }[] = [];
  const waiting = [...names];
  async function loadNext(): Promise<void> {
    for (let slug = waiting.shift(); slug !== undefined; slug = waiting.shift()) {
      const shownAs = `${shownRoot}/${slug}`;
      loaded.push({
        slug,
        ...(await loadWork(path.join(root, slug), shownAs).catch((cause: unknown) => unreadable(shownAs, cause))),
      });
    }
  }
  await Promise.all(Array.from({ length: loadedAtOnce }, loadNext));
  loaded.sort((a, b) => (a.slug < b.slug ? -1 : 1));
  const works = loaded.flatMap(({ work }) => work ?? []);
  works.sort((a, b) => b.metadata.date.localeCompare(a.metadata.date) || (a.slug < b.slug ? -1 : 1));
  return {
    works,
    damaged: loaded.flatMap(({ slug, work, problems }) => (work ? [] : { slug, problems })),
    problems: loaded.flatMap(({ problems }) => problems),
  };
}

/** What no reader of files foresaw is one work's misfortune, never the library's. */
function unreadable(shownAs: string, cause: unknown): { work: null; problems: Problem[] } {
  const what = `This work could not be read: ${cause instanceof Error ? cause.message : String(cause)}.`;
  const fix = "If its files are sound, this is a fault of the program: report it with the message above.";
  const where = { file: `${shownAs}/work.yaml`, line: 1 };
  return { work: null, problems: [{ code: "work-malformed", severity: "error", what, where, fix }] };
}

/** Names of the work folders below `root`; null when there is no such folder. Hidden folders and links are no works. */
export async function listSlugs(root: string): Promise<string[] | null> {
  try {
    const entries = await readdir(root, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map(({ name }) => name);
  } catch {
    return null;
  }
}

/** Where the works are: the environment variable DUIDU_CONTENT, or `content` in the working folder. */
export function contentRoot(): string {
  return path.resolve(/* turbopackIgnore: true */ process.env.DUIDU_CONTENT || "content");
}

type Opened = {
  readonly root: string;
  readonly state: string;
  readonly library: Promise<Library>;
  readonly bySlug: Promise<Map<string, Work>>;
};

/** One library a process, even where a bundler loads this module twice. */
const shelf: { [key: symbol]: Opened | undefined } = globalThis as { [key: symbol]: Opened | undefined };
const place = Symbol.for("duidu.library");

/** The site's library, loaded once; in development, again after a file changed. */
export async function openLibrary(): Promise<Library> {
  return (await open()).library;
}

/** Finds a work by its slug; `damaged` says what keeps it from being served, null that there is none. */
export async function findWork(slug: string): Promise<{ work: Work } | { damaged: readonly Problem[] } | null> {
  const { library, bySlug } = await open();
  const work = (await bySlug).get(slug);
  if (work) return { work };
  const damaged = (await library).damaged.find((candidate) => candidate.slug === slug);
  return damaged ? { damaged: damaged.problems } : null;
}

/** Finds the work that was once called so, by `formerly` in its `work.yaml`; a slug in use today belongs to whoever uses it. */
export async function findRenamed(slug: string): Promise<Work | null> {
  if (await findWork(slug)) return null;
  const { works } = await openLibrary();
  return works.find(({ metadata }) => metadata.formerly.includes(slug)) ?? null;
}

async function open(): Promise<Opened> {
  const root = contentRoot();
  const state = process.env.NODE_ENV === "development" ? await stateOf(root) : "";
  const opened = shelf[place];
  if (opened?.root === root && opened.state === state) return opened;
  const library = loadLibrary(root);
  const bySlug = library.then(({ works }) => new Map(works.map((work) => [work.slug, work])));
  const fresh = { root, state, library, bySlug };
  shelf[place] = fresh;
  // A failure of the disk is not remembered: the next call tries again.
  bySlug.catch(() => {
    if (shelf[place] === fresh) shelf[place] = undefined;
  });
  return fresh;
}

/** Names, sizes and times of all files, as one string: cheap beside loading them. */
async function stateOf(root: string): Promise<string> {
  const folders = (await listSlugs(root)) ?? [];
  const files = await Promise.all(
    folders.map(async (slug) => {
      const names = await readdir(path.join(root, slug));
      const stats = await Promise.all(names.map((name) => lstat(path.join(root, slug, name))));
      return names.map((name, index) => `${slug}/${name} ${stats[index]?.size} ${stats[index]?.mtimeMs}`);
    }),
  );
  return files.flat().join("\n");
}

/** The content folder as problems show it: from the working folder where it lies below, else in full. */
export function showRoot(root: string): string {
  const relative = path.relative(process.cwd(), path.resolve(root));
  return (relative.startsWith("..") ? path.resolve(root) : relative || ".").split(path.sep).join("/");
}
