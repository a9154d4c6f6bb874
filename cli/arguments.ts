import path from "node:path";
import { parseArgs } from "node:util";
import { contentRoot, listSlugs } from "@/lib/work/library";

/** Where to look, and the works named on the command line or else all of them. */
export type Target = { readonly root: string; readonly slugs: readonly string[] };

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
  const root = values.content === undefined ? contentRoot() : path.resolve(values.content);
  const present = await listSlugs(root);
  if (!present) throw new Error(`there is no folder ${root}`);
  // A shell completes `content/rift/`, and means the work.
  const named = positionals.map((name) => path.basename(name));
  const absent = named.find((slug) => !present.includes(slug));
  if (absent)
    throw new Error(
      `there is no work ${JSON.stringify(absent)} in ${root}; there are: ${present.sort().join(", ") || "none"}`,
    );
  return { root, slugs: named.length > 0 ? named : present.sort() };
}

/** `1 work`, `2 works`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
