import { lstat, rename } from "node:fs/promises";
import path from "node:path";
import { isMap, isNode, isScalar, parse, parseDocument } from "yaml";
import type { Problem } from "@/lib/problem/problem";
import { decodeText, encodeText } from "@/lib/text/decode";
import { disk, readIfThere } from "./disk";
import { loadMetadata } from "./load-work";
import { workMetadata } from "./metadata";
import { readYaml } from "./read-yaml";
import { save, settle } from "./save";

/**
 * Gives a work another slug: its metadata remember the old one, then the folder takes the new name. Stopped in between,
 * it is whole under the old name, and running it again completes it.
 *
 * @param root - the content folder
 * @returns problems that kept it from being renamed
 * @throws {Error} when the new name is taken
 */
export async function renameWork(root: string, slug: string, to: string, shownRoot: string): Promise<Problem[]> {
  const [folder, target] = [path.join(root, slug), path.join(root, to)];
  const isTaken = await lstat(target).then(
    () => true,
    () => false,
  );
  if (isTaken) throw new Error(`there is already ${target}, so nothing was changed`);
  await settle(folder);
  const problems: Problem[] = [];
  const metadata = await loadMetadata(folder, `${shownRoot}/${slug}`, problems);
  if (!metadata) return problems;
  const read = await readIfThere(path.join(folder, "work.yaml"));
  const { decoded } = read ? decodeText(read, "work.yaml") : { decoded: null };
  if (!read || !decoded) return problems;
  const former = [...new Set([...metadata.formerly, slug])].filter((name) => name !== to);
  const text = withFormerly(decoded.text, former);
  const { value } = readYaml(text, "work.yaml", workMetadata, "work-malformed");
  if (former.some((name) => !value?.formerly.includes(name)))
    throw new Error(
      `the old name cannot be noted in work.yaml, so nothing was changed: add \`formerly: [${former.join(", ")}]\` yourself, then rename the folder`,
    );
  const bytes = encodeText({ ...decoded, text });
  await save(folder, [{ name: "work.yaml", bytes, read }]);
  await rename(folder, target);
  await disk.sync(root);
  return [];
}

/** The metadata with this list of former slugs; every other byte stays. */
export function withFormerly(text: string, former: readonly string[]): string {
  // `1984` and `null` are slugs, and bare words of YAML that mean something else.
  const value = `[${former.map((slug) => (parse(slug) === slug ? slug : JSON.stringify(slug))).join(", ")}]`;
  const { contents } = parseDocument(text);
  const pair = isMap(contents)
    ? contents.items.find(({ key }) => isScalar(key) && key.value === "formerly")
    : undefined;
  if (!pair) {
    const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
    return `${text}${/[\r\n]$/.test(text) || text === "" ? "" : lineEnd}formerly: ${value}${lineEnd}`;
  }
  const key = isNode(pair.key) ? pair.key.range?.[1] : undefined;
  const end = isNode(pair.value) ? pair.value.range?.[1] : key;
  if (key === undefined || end === undefined) return text;
  // From the colon to the end of the value, in whichever style the list was written.
  const before = text.slice(0, key).trimEnd();
  const rest = text.slice(Math.max(end, key));
  return `${before}: ${value}${/^[ \t]*(?:#|\r|\n|$)/.test(rest.replace(/^:/, "")) ? rest.replace(/^:/, "") : `\n${rest}`}`;
}
