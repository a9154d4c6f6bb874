import path from "node:path";
import { parseArgs } from "node:util";
import { contentRoot, listSlugs, loadLibrary } from "@/lib/work/library";

/** Where to look, and the works named on the command line or else all of them. */
export type Target = {
  readonly root: string;
  readonly slugs: readonly string[];
  /** True when no work was named, so all are meant. */
  readonly isWhole: boolean;
};

/**
 * Reads `[--content DIR] [work…]`.
 *
 * @throws {Error} on an unknown option, a missing folder, or a work that is not there
 */
export async function readTarget(args: readonly string[]): Promise<Target> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { content: { type: "string" } },
    allowPositionals: true,
  });
  const root = rootOf(values);
  const present = await listSlugs(root);
  if (!present) throw new Error(`there is no folder ${root}`);
  // A shell completes `content/rift/`, and means the work.
  const named = positionals.map((name) => path.basename(name));
  const absent = named.find((slug) => !present.includes(slug));
  if (absent) throw new Error(await noSuchWork(absent, root, present));
  return { root, slugs: named.length > 0 ? named : present.sort(), isWhole: named.length === 0 };
}

/** `1 work`, `2 works`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/**
 * Reads `[--content DIR] <work> [rest…]`.
 *
 * @throws {Error} on an unknown option, or a work that is not there
 */
export async function readOneWork(
  args: readonly string[],
): Promise<{ root: string; slug: string; rest: readonly string[] }> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { content: { type: "string" } },
    allowPositionals: true,
  });
  const root = rootOf(values);
  return { root, slug: await oneWork(positionals.slice(0, 1), root), rest: positionals.slice(1) };
}

/** The content folder that a command line names, else the usual one. */
export function rootOf({ content }: { content?: string }): string {
  return content === undefined ? contentRoot() : path.resolve(content);
}

/** The single work that a command is about. */
export async function oneWork(positionals: readonly string[], root: string): Promise<string> {
  const [name, second] = positionals;
  if (name === undefined || second !== undefined) throw new Error("name one work");
  const slug = path.basename(name);
  const present = (await listSlugs(root)) ?? [];
  if (!present.includes(slug)) throw new Error(await noSuchWork(slug, root, present));
  return slug;
}

/** Today's date, ISO 8601, in UTC: the same wherever the program runs. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

async function noSuchWork(slug: string, root: string, present: readonly string[]): Promise<string> {
  const { works } = await loadLibrary(root, present);
  const renamed = works.find(({ metadata }) => metadata.formerly.includes(slug));
  if (renamed) return `the work ${JSON.stringify(slug)} has another name now: ${renamed.slug}`;
  return `there is no work ${JSON.stringify(slug)} in ${root}; there are: ${present.toSorted().join(", ") || "none"}`;
}
