import type { ParsedBlock } from "@/lib/passage/parse-rendering";
import type { PassageId } from "@/lib/passage/passage-id";
import { blocksText } from "@/lib/passage/plain-text";
import { isError, type Problem } from "@/lib/problem/problem";
import type { Passage, Side } from "./work";

/** One rendering's blocks and the name of its file. */
export type JoinSide = { readonly blocks: readonly ParsedBlock[]; readonly file: string };

type Rows = ReadonlyMap<PassageId, readonly ParsedBlock[]>;

/**
 * Joins two renderings into passages by their marks, n source blocks to m translated ones.
 * The order is the source's; a passage of the translation alone stands after the one it follows there.
 */
export function joinPassages(
  source: JoinSide,
  translation: JoinSide,
  slug: string,
): { passages: Passage[]; problems: Problem[] } {
  const problems = [
    ...missingMarks(source, slug),
    ...missingMarks(translation, slug),
    ...waiting(source, slug),
    ...waiting(translation, slug),
  ];
  const left = toRows(source.blocks);
  const right = toRows(translation.blocks);
  const passages = order(left, right).map((id, index) => ({
    id,
    number: index + 1,
    source: toSide(left.get(id)),
    translation: toSide(right.get(id)),
  }));
  // A text that is not translated yet is one thing to say, not one for each passage.
  if (!problems.some(isError) && source.blocks.length > 0 && translation.blocks.length > 0) {
    problems.push(...alone(left, right, source.file, "translation"), ...alone(right, left, translation.file, "source"));
  }
  return { passages, problems };
}

/** Gathers blocks under the mark above them. A repeated id, reported by the parser, continues its first row. */
function toRows(blocks: readonly ParsedBlock[]): Rows {
  const rows = new Map<PassageId, ParsedBlock[]>();
  let row: ParsedBlock[] | undefined;
  for (const block of blocks) {
    if (block.mark && block.mark !== "new") {
      row = rows.get(block.mark) ?? [];
      rows.set(block.mark, row);
    }
    row?.push(block);
  }
  return rows;
}

function order(left: Rows, right: Rows): PassageId[] {
  const following = new Map<PassageId | null, PassageId[]>();
  let anchor: PassageId | null = null;
  for (const id of right.keys()) {
    if (left.has(id)) anchor = id;
    else following.set(anchor, [...(following.get(anchor) ?? []), id]);
  }
  return [...(following.get(null) ?? []), ...[...left.keys()].flatMap((id) => [id, ...(following.get(id) ?? [])])];
}

function toSide(row: readonly ParsedBlock[] | undefined): Side | null {
  if (!row) return null;
  const blocks = row.map(({ block }) => block);
  return { blocks, text: blocksText(blocks) };
}

function missingMarks({ blocks, file }: JoinSide, slug: string): Problem[] {
  const [first] = blocks;
  if (!first || (first.mark && first.mark !== "new")) return [];
  const isWhole = blocks.every(({ mark }) => mark === null);
  return [
    {
      code: "mark-missing",
      severity: "error",
      what: isWhole
        ? "No block of this file has a mark, so nothing joins it to the other language."
        : "The first block has no mark, and there is no passage above that it could continue.",
      where: { file, line: first.line },
      fix:
        isWhole || first.mark === "new"
          ? `Run \`npx duidu mint ${slug}\`.`
          : `Write ^new at the end of the block and run \`npx duidu mint ${slug}\`.`,
    },
  ];
}

function waiting({ blocks, file }: JoinSide, slug: string): Problem[] {
  return blocks.slice(1).flatMap(({ mark, markAt }): Problem[] =>
    mark === "new" && markAt
      ? [
          {
            code: "id-unpublished",
            severity: "warning",
            what: "A new passage waits for its id; until then it is shown as part of the passage above.",
            where: { file, line: markAt.line },
            fix: `Run \`npx duidu mint ${slug}\`.`,
          },
        ]
      : [],
  );
}

function alone(rows: Rows, others: Rows, file: string, other: string): Problem[] {
  return [...rows].flatMap(([id, [block]]): Problem[] =>
    others.has(id)
      ? []
      : [
          {
            code: "passage-alone",
            severity: "warning",
            what: `The passage ${id} has no counterpart in the ${other}.`,
            where: { file, line: block?.line ?? 1 },
            passage: id,
            fix: `If it has one, end that block with ^${id}; if its mark was lost in editing, \`npx duidu check --fix\` finds it again; if it has none, nothing needs to be done.`,
          },
        ],
  );
}
