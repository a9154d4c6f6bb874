import path from "node:path";
import { isNode, isSeq, LineCounter, parseDocument } from "yaml";
import type { Problem } from "@/lib/problem/problem";
import { type SiteCheckSettings, siteCheckSettings } from "@/lib/work/check-settings";
import { type Library, loadLibrary, showRoot } from "@/lib/work/library";
import { readText } from "@/lib/work/read-file";
import { readYaml } from "@/lib/work/read-yaml";
import type { Work } from "@/lib/work/work";
import { runChecks } from "./checks";
import { type Accepted, judge } from "./judge";
import { readContext } from "./read-context";

/** A library as loaded, and everything that is wrong in it. */
export type CheckedLibrary = Pick<Library, "works" | "damaged"> & {
  readonly problems: readonly Problem[];
  readonly accepted: readonly Accepted[];
};

/** Loads the works below `root` and reads the texts of each sound one against each other. */
export async function checkLibrary(root: string, slugs?: readonly string[]): Promise<CheckedLibrary> {
  const shownRoot = showRoot(root);
  const { works, damaged, problems: loading } = await loadLibrary(root, slugs);
  const site = await readSiteSettings(root, shownRoot);
  const problems = [...site.problems];
  const accepted: Accepted[] = [];
  const bySlug = new Map(works.map((work) => [work.slug, work]));
  for (const [slug, own] of groupByWork(loading, shownRoot)) {
    const work = bySlug.get(slug);
    if (!work) {
      // What keeps it from being served comes first; the texts are read once that is mended.
      problems.push(...judge(own, site.settings, {}, () => ({ file: shownRoot, line: 1 })).problems);
      continue;
    }
    bySlug.delete(slug);
    await checkOne(work, own);
  }
  for (const work of bySlug.values()) await checkOne(work, []);
  return { works, damaged, problems: problems.sort(byWork), accepted };

  async function checkOne(work: Work, own: readonly Problem[]): Promise<void> {
    const shownAs = `${shownRoot}/${work.slug}`;
    const context = await readContext(root, work, shownAs);
    const found = context ? runChecks(context) : [];
    const settings = work.metadata.check ?? {};
    const whereIs = settings.accepted ? await placesOfAcceptances(root, work.slug, shownAs) : () => ({ file: shownAs, line: 1 }); // prettier-ignore
    const judged = judge([...own, ...found], site.settings, settings, whereIs);
    problems.push(...judged.problems);
    accepted.push(...judged.accepted);
  }

  function byWork(a: Problem, b: Problem): number {
    const [left, right] = [workOf(a, shownRoot), workOf(b, shownRoot)];
    return left === right ? 0 : left < right ? -1 : 1;
  }
}

/** The work that a problem is about; `""` for one of the whole site. */
export function workOf({ where }: Problem, shownRoot: string): string {
  const below = where.file.startsWith(`${shownRoot}/`) ? where.file.slice(shownRoot.length + 1) : "";
  return below.split("/")[0] ?? "";
}

function groupByWork(problems: readonly Problem[], shownRoot: string): Map<string, Problem[]> {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const slug = workOf(problem, shownRoot);
    groups.set(slug, [...(groups.get(slug) ?? []), problem]);
  }
  return groups;
}

/** Reads `check.yaml` of the content folder; without one, everything is as docs/problems.md has it. */
async function readSiteSettings(
  root: string,
  shownRoot: string,
): Promise<{ settings: SiteCheckSettings; problems: Problem[] }> {
  const { decoded, problems } = await readText(root, "check.yaml", shownRoot);
  if (!decoded) return { settings: {}, problems };
  const { value, problems: found } = readYaml(decoded.text, `${shownRoot}/check.yaml`, siteCheckSettings, "work-malformed"); // prettier-ignore
  return { settings: value ?? {}, problems: [...problems, ...found] };
}

/** Where each entry of `check.accepted` stands in `work.yaml`. */
async function placesOfAcceptances(
  root: string,
  slug: string,
  shownAs: string,
): Promise<(index: number) => Problem["where"]> {
  const { decoded } = await readText(path.join(root, slug), "work.yaml", shownAs);
  const lineCounter = new LineCounter();
  const list = parseDocument(decoded?.text ?? "", { lineCounter }).getIn(["check", "accepted"], true);
  return (index) => {
    const entry = isSeq(list) ? list.items[index] : null;
    const offset = isNode(entry) ? (entry.range?.[0] ?? 0) : 0;
    return { file: `${shownAs}/work.yaml`, line: lineCounter.linePos(offset).line };
  };
}
