/**
 * Reads a table as GitHub has it: cells between `|`, and `---` below the first row.
 *
 * @returns rows of cells, which are Markdown; `null` when the paragraph is no table
 */
export function readTable(raw: string): string[][] | null {
  const lines = raw.split("\n");
  const [head = "", rule = "", ...rest] = lines;
  if (!head.includes("|") || !rule.includes("-")) return null;
  const columns = cellsOf(rule);
  if (!columns.every((cell) => /^:?-+:?$/.test(cell)) || columns.length !== cellsOf(head).length) return null;
  // One column and no | would be a heading underlined.
  if (columns.length < 2 && !rule.includes("|")) return null;
  return [head, ...rest].map(cellsOf);
}

function cellsOf(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|"));
}
