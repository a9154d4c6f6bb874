/** A paragraph of a text to align: a block of the content format, as plain text. */
export type Paragraph = {
  readonly text: string;
  readonly kind: "paragraph" | "heading" | "quote" | "list" | "verse" | "figure" | "code";
};

/** A text to align: its paragraphs in order, and its language (BCP 47). */
export type AlignableText = { readonly language: string; readonly paragraphs: readonly Paragraph[] };

/** A sentence: where it stands in the text of its paragraph, in UTF-16 units, white space around it left out. */
export type Sentence = { readonly paragraph: number; readonly start: number; readonly end: number };

/** A link of source segments to translated ones, by index; either side may be empty, never both. */
export type Bead = {
  readonly source: readonly number[];
  readonly translation: readonly number[];
  /** Probability that exactly this bead is right, 0 to 1. */
  readonly confidence: number;
};

/** What the aligner found. Every sentence is in exactly one bead and every paragraph in exactly one passage, in order. */
export type Alignment = {
  readonly sentences: { readonly source: readonly Sentence[]; readonly translation: readonly Sentence[] };
  /** Sentences linked to sentences. */
  readonly beads: readonly Bead[];
  /** Paragraphs linked to paragraphs: the passages. Its confidence is that of the weakest link it stands on. */
  readonly passages: readonly Bead[];
};
