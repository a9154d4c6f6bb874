import type { Nodes } from "mdast";
import { shorten } from "../draft";
import type { Dropped } from "../imported-text";

/** What one walk over a Markdown file carries along. */
export type MarkdownWalk = {
  readonly source: string;
  readonly file: string;
  readonly isMdx: boolean;
  /** Addresses by the names that links refer to. */
  readonly definitions: ReadonlyMap<string, string>;
  /** Pictures met among words, until their paragraph ends. */
  readonly pictures: { url: string; caption: string; alt: string }[];
  readonly dropped: Dropped[];
  tables: number;
  readonly drop: (why: Dropped["why"], what: string, node: Nodes) => void;
  /** The label of a note as the dialect can write it. */
  readonly label: (identifier: string) => string;
  readonly lineOf: (node: Nodes) => string;
};

export function startWalk(
  source: string,
  file: string,
  options: { isMdx: boolean; firstLine: number; definitions: ReadonlyMap<string, string> },
): MarkdownWalk {
  const dropped: Dropped[] = [];
  const labels = new Map<string, string>();
  const lineOf = (node: Nodes) => String((node.position?.start.line ?? 1) + options.firstLine - 1);
  return {
    source,
    file,
    isMdx: options.isMdx,
    definitions: options.definitions,
    pictures: [],
    dropped,
    tables: 0,
    drop: (why, what, node) => {
      if (dropped.length < 500) dropped.push({ why, what: shorten(what), where: lineOf(node) });
    },
    label: (identifier) => {
      const known = labels.get(identifier);
      if (known !== undefined) return known;
      const plain = /^[\p{Ll}\p{Lo}\p{N}][\p{Ll}\p{Lo}\p{N}-]{0,40}$/u.test(identifier);
      const label = plain ? identifier : `note-${labels.size + 1}`;
      labels.set(identifier, label);
      return label;
    },
    lineOf,
  };
}
