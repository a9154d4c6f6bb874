import { textFragment } from "@/lib/address/text-fragment";
import { snapToWords, type Stretch } from "@/lib/text/snap-words";
import { openShareSheet, type SheetParts } from "./share-sheet";
import type { SheetData } from "./sheet-data";

/** Words selected inside one side of a passage, as the page has them. */
export type Selected = {
  readonly side: "source" | "translation";
  readonly language: string;
  /** The side's words as shown, `\n` between blocks, U+FFFC for what is no part of them. */
  readonly shown: string;
  readonly stretch: Stretch;
  /** Verbatim words of a stretch of the side. */
  readonly typed: (stretch: Stretch) => string;
  /** Shown words of the whole page. */
  readonly wholePage: () => string;
};

export type Asked = Omit<SheetParts, "data" | "selected"> & {
  /** Permalink, absolute: `<origin>/<locale>/<work>/<segment>`, with `?at=` for a version. */
  readonly address: string;
  readonly selected: Selected | null;
};

/**
 * Entry of what sharing alone needs, loaded when it is first asked for. It shares no module with the page's own script:
 * a bundler would put such a module into a file of its own, and every page would have to fetch that as well.
 * @throws {Error} when the words cannot be had
 */
export async function openShare({ address, selected, ...parts }: Asked): Promise<void> {
  const { pathname, search } = new URL(address);
  const response = await fetch(`/api/quote${pathname}${search}`);
  if (!response.ok) throw new Error(`The quotation was answered with ${response.status}.`);
  const data = (await response.json()) as SheetData;
  if (!selected) return openShareSheet({ ...parts, data, selected: null });
  const { side, shown, language } = selected;
  const stretch = snapToWords(shown, selected.stretch, language);
  const fragment = textFragment(shown, stretch, selected.wholePage(), language);
  openShareSheet({ ...parts, data, selected: { side, text: selected.typed(stretch), fragment } });
}
