import type { Root } from "mdast";
import type { Footnote } from "@/lib/passage/block";
import { readMark } from "@/lib/passage/mark";
import type { Draft } from "../draft";
import { toBlocks } from "../markdown/blocks";
import { parseForeign } from "../markdown/parse";
import { startWalk } from "../markdown/walk";
import { readFrontMatter } from "./front-matter";
import { tableNotes } from "./html";

/** Reads Markdown of any kind: ours, CommonMark, GitHub's, MDX. Nothing in it is executed. */
export function readMarkdown(text: string, file: string): Draft {
  const { metadata, body, lines, dropped } = readFrontMatter(text);
  const { source, marks } = withoutMarks(body);
  const firstLine = lines + 1;
  const root = parseForeign(source, file, firstLine, marks > 0);
  const walk = startWalk(source, file, { isMdx: /\.mdx$/i.test(file), firstLine, definitions: definitionsOf(root) });
  const footnotes = new Map<string, Footnote>();
  const blocks = root.children.flatMap((node) => toBlocks(node, walk, footnotes));
  const notes = marks === 0 ? [] : [`Marks were taken off (${marks}); the passages get ids of their own.`];
  return {
    blocks,
    footnotes,
    metadata,
    dropped: [...dropped, ...walk.dropped],
    notes: [...notes, ...tableNotes(walk.tables)],
  };
}

/** Ids belong to the work they were minted in. */
function withoutMarks(text: string): { source: string; marks: number } {
  let marks = 0;
  const source = text.replace(/(^|[ \t])\^([a-z0-9]{3,5})(?=[ \t]*$)/gm, (whole, before: string, token: string) => {
    if (readMark(token) === null) return whole;
    marks++;
    return before.trimEnd();
  });
  return { source, marks };
}

function definitionsOf(root: Root): Map<string, string> {
  const definitions = new Map<string, string>();
  const visit = (nodes: Root["children"]) => {
    for (const node of nodes) {
      if (node.type === "definition" && !definitions.has(node.identifier)) definitions.set(node.identifier, node.url);
      if (node.type === "blockquote" || node.type === "listItem") visit(node.children);
      if (node.type === "list") visit(node.children);
    }
  };
  visit(root.children);
  return definitions;
}
