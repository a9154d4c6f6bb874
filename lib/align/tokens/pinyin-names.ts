/** The pinyin names of an English text, as a tree of syllables: `qingyang` is found under qing, yang. */
export type NameTree = { readonly next: Map<string, NameTree>; readonly words: string[] };

/**
 * Builds the tree of those capitalised words that read as one to three pinyin syllables.
 * @param names - lower case
 * @param syllables - all there are
 */
export function nameTree(names: Iterable<string>, syllables: ReadonlySet<string>): NameTree {
  const root: NameTree = { next: new Map(), words: [] };
  for (const name of new Set(names)) if (name.length <= 18) grow(root, name, name, 3, syllables);
  return root;
}

function grow(tree: NameTree, name: string, rest: string, left: number, syllables: ReadonlySet<string>): void {
  if (rest === "") {
    if (!tree.words.includes(name)) tree.words.push(name);
    return;
  }
  if (left === 0) return;
  for (let length = 1; length <= Math.min(6, rest.length); length++) {
    const head = rest.slice(0, length);
    if (!syllables.has(head)) continue;
    let next = tree.next.get(head);
    if (!next) tree.next.set(head, (next = { next: new Map(), words: [] }));
    grow(next, name, rest.slice(length), left - 1, syllables);
  }
}

/**
 * Names whose syllables the characters of a text may be read as.
 * @param found - is told each name, and where it stands in UTF-16 units
 */
export function findNames(
  text: string,
  tree: NameTree,
  readings: ReadonlyMap<string, readonly string[]>,
  found: (name: string, start: number, end: number) => void,
): void {
  if (tree.next.size === 0) return;
  const walk = (at: number, node: NameTree, start: number) => {
    for (const reading of readings.get(text[at] ?? "") ?? []) {
      const next = node.next.get(reading);
      if (!next) continue;
      for (const name of next.words) found(name, start, at + 1);
      walk(at + 1, next, start);
    }
  };
  for (let at = 0; at < text.length; at++) walk(at, tree, at);
}
