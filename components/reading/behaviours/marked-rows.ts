import { markPassages } from "./mark-passages";

/** The passages that the address names: one, or a run of them. */
export type MarkedRows = {
  /** In the order of the page; empty when none is marked. */
  rows: () => readonly HTMLElement[];
  /** Marks one passage, from which a range may then be drawn. Returns its permalink, absolute. */
  mark: (row: HTMLElement) => string;
  /** Marks from the passage that was marked first to `row`, before or after it; `null` when none was. */
  markTo: (row: HTMLElement) => string | null;
};

/** Marks rows and keeps their permalink in the address bar. */
export function watchMarkedRows(page: Document): MarkedRows {
  let from: HTMLElement | null = null;
  const rows = () => [...page.querySelectorAll<HTMLElement>(".row[data-marked]")];

  function show(one: HTMLElement, other: HTMLElement): string {
    const all = [...page.querySelectorAll<HTMLElement>(".row")];
    const ends = [all.indexOf(one), all.indexOf(other)];
    const chosen = all.slice(Math.min(...ends), Math.max(...ends) + 1);
    markPassages(page, chosen);
    // What the page says of the link that led here is no longer so.
    for (const told of page.querySelectorAll(".landing-here, .landing")) told.remove();
    const address = permalinkOf(chosen);
    history.replaceState(history.state, "", address);
    return address;
  }
  return {
    rows,
    mark(row) {
      from = row;
      return show(row, row);
    },
    markTo(row) {
      // A link or a fragment marks passages as well.
      if (!from?.hasAttribute("data-marked")) from = rows()[0] ?? null;
      return from && show(from, row);
    },
  };
}

/** Permalink of a run of rows, absolute: each row's number is a link to it, in the version that is shown. */
export function permalinkOf(rows: readonly HTMLElement[]): string {
  const [first, last] = [rows.at(0), rows.at(-1)];
  const address = new URL(first?.querySelector<HTMLAnchorElement>("a.mark")?.href ?? "");
  if (first !== last) address.pathname += `..${last?.id}`;
  return address.href;
}
