/** Inline content of a block, as the page draws it. Text is verbatim; display rules come later. */
export type Inline =
  | { readonly type: "text"; readonly value: string }
  | { readonly type: "emphasis" | "strong"; readonly children: readonly Inline[] }
  | { readonly type: "link"; readonly url: string; readonly children: readonly Inline[] }
  | { readonly type: "code"; readonly value: string }
  | { readonly type: "ruby"; readonly base: string; readonly annotation: string }
  | { readonly type: "break" }
  /** A reference to the translator's note `label` of the same rendering. */
  | { readonly type: "footnote"; readonly label: string };

/** A picture and its caption. `src` is null where the text has a caption for a picture we do not have. */
export type Figure = {
  readonly type: "figure";
  readonly src: string | null;
  readonly alt: string;
  readonly caption: readonly Inline[];
};

/** One Markdown block. A verse is a paragraph whose lines are all hard-broken. */
export type Block =
  | { readonly type: "heading"; readonly depth: 2 | 3 | 4; readonly children: readonly Inline[] }
  | { readonly type: "paragraph"; readonly children: readonly Inline[] }
  | { readonly type: "verse"; readonly lines: readonly (readonly Inline[])[] }
  | Figure
  | { readonly type: "quote"; readonly blocks: readonly Block[] }
  | {
      readonly type: "list";
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly Block[])[];
    }
  | { readonly type: "verbatim"; readonly value: string }
  | { readonly type: "rule" };

/** A note at the foot of a rendering; in a translation, a translator's note. */
export type Footnote = { readonly label: string; readonly blocks: readonly Block[] };
