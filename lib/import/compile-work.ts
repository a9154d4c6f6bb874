import { alignTexts } from "@/lib/align/align-texts";
import type { Progress } from "@/lib/align/align-lines";
import type { Paragraph, Sentence } from "@/lib/align/alignment";
import type { Lexicon } from "@/lib/align/lexicon/lexicon";
import { stringifyLedger } from "@/lib/ledger/ledger";
import { mintId } from "@/lib/passage/mint-id";
import { type ParsedBlock, parseRendering } from "@/lib/passage/parse-rendering";
import type { PassageId } from "@/lib/passage/passage-id";
import { isError, type Problem } from "@/lib/problem/problem";
import { ledgerAfter, wordsOf } from "@/lib/revise/ledger-after";
import type { Placed } from "@/lib/revise/revision";
import { writeMarks, type Written } from "@/lib/revise/write-marks";
import { sentencesOf } from "@/lib/text/sentences";
import {
  beadsName,
  type Beads,
  hashOfWords,
  type PassageBeads,
  type SentenceBead,
  stringifyBeads,
} from "@/lib/work/beads";
import type { Language } from "@/lib/work/metadata";
import type { OpenText } from "@/lib/work/open-text";
import { type AlignedBlocks, blocksOfRows } from "./blocks-of-rows";

/** A text to compile: Markdown of the content format, and its language. */
export type CompilableText = { readonly language: Language; readonly markdown: string };

export type CompileOptions = {
  /** Rows that came aligned: nothing is guessed then. */
  readonly rows?: readonly { readonly source: string; readonly translation: string }[] | null;
  /** Needed where there are two texts and no rows. */
  readonly lexicon?: Lexicon | null;
  /** ISO date under which ids are minted. */
  readonly today: string;
  readonly progress?: Progress;
  /** Gives ids; from chance unless a test injects it. */
  readonly mint?: (taken: ReadonlySet<string>) => PassageId;
};

/** One side of a compiled passage. */
export type CompiledSide = {
  readonly text: string;
  /** Number of blocks. */
  readonly blocks: number;
  /** 1-based line of its first block in its file. */
  readonly line: number;
};

/** A passage as it was compiled. */
export type CompiledPassage = {
  readonly id: PassageId;
  /** How sure it is that exactly these blocks belong together, 0 to 1. */
  readonly confidence: number;
  readonly source: CompiledSide | null;
  readonly translation: CompiledSide | null;
};

/** Files of a work, less `work.yaml` and pictures, and what is in them. */
export type CompiledWork = {
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** In the order of the texts. */
  readonly passages: readonly CompiledPassage[];
  readonly problems: readonly Problem[];
};

type Side = "source" | "translation";
const sides = ["source", "translation"] as const;

/**
 * Compiles two texts to a work: aligns them unless they came aligned, marks the block that opens each passage with an id,
 * and writes ledger and linked sentences. Every byte of the texts but the marks stays.
 *
 * @returns no files where a problem is an error: a text that nests too deep, say
 */
export function compileWork(
  texts: { readonly source: CompilableText; readonly translation: CompilableText },
  { rows = null, lexicon = null, today, progress, mint = mintId }: CompileOptions,
): CompiledWork {
  const opened = { source: openNew(texts.source), translation: openNew(texts.translation) };
  const found = sides.flatMap((side) => opened[side].rendering.problems).filter(isError);
  if (found.length > 0) return { files: [], passages: [], problems: found };
  const blocks = { source: opened.source.rendering.blocks, translation: opened.translation.rendering.blocks };
  const aligned = rows ? blocksOfRows(rows, texts, blocks) : alignBlocks(texts, blocks, lexicon, progress);
  const taken = new Set<string>(sides.flatMap((side) => blocks[side].flatMap(({ mark }) => mark ?? [])));
  const ids = aligned.map(() => {
    const id = mint(taken);
    taken.add(id);
    return id;
  });
  const written: Partial<Record<Side, Written>> = {};
  for (const side of sides) {
    const result = writeMarks(opened[side], placedOf(side, aligned, ids, blocks[side].length));
    if ("problem" in result) return { files: [], passages: [], problems: [result.problem] };
    written[side] = result;
  }
  const { source, translation } = written;
  if (!source || !translation) throw new Error("neither text was written");
  const words = wordsOf(source, translation);
  const minted = new Map(ids.map((id) => [id, {}]));
  const ledger = ledgerAfter(new Map(), new Map(), words, { minted, retired: new Map(), redirected: new Map() }, today);
  const beads: Beads = new Map(
    aligned.flatMap(({ beads: linked }, at): [PassageId, PassageBeads][] => {
      const id = ids[at];
      const said = id && words.get(id);
      if (!id || said?.source === undefined || said.translation === undefined || linked.length === 0) return [];
      return [[id, { of: hashOfWords(said.source, said.translation), beads: linked }]];
    }),
  );
  const sideOf = (
    side: Side,
    { blocks: those }: Written,
    list: readonly number[],
    id: PassageId,
  ): CompiledSide | null => {
    const [first] = list;
    return first === undefined
      ? null
      : { text: words.get(id)?.[side] ?? "", blocks: list.length, line: those[first]?.line ?? 1 };
  };
  return {
    files: [
      { name: opened.source.name, text: source.decoded.text },
      { name: opened.translation.name, text: translation.decoded.text },
      { name: "ledger.json", text: stringifyLedger(ledger) },
      { name: beadsName, text: stringifyBeads(beads) },
    ],
    passages: aligned.flatMap((passage, at) => {
      const id = ids[at];
      return id
        ? {
            id,
            confidence: passage.confidence,
            source: sideOf("source", source, passage.source, id),
            translation: sideOf("translation", translation, passage.translation, id),
          }
        : [];
    }),
    problems: [],
  };
}

/** A text as if it had been read from the file that it is to have. */
export function openNew({ language, markdown }: CompilableText): OpenText {
  const name = `${language}.md`;
  return {
    name,
    file: name,
    decoded: { text: markdown, byteOrderMark: false },
    rendering: parseRendering(markdown, name),
  };
}

/** Which passage each block belongs to; the first block of each opens it. */
function placedOf(side: Side, aligned: readonly AlignedBlocks[], ids: readonly PassageId[], count: number): Placed[] {
  const placed: (Placed | undefined)[] = new Array<undefined>(count).fill(undefined);
  for (const [at, passage] of aligned.entries()) {
    const id = ids[at];
    for (const [order, block] of passage[side].entries()) if (id) placed[block] = { id, opens: order === 0 };
  }
  return placed.map((each, block) => {
    if (!each) throw new Error(`block ${block + 1} of the ${side} is in no passage`);
    return each;
  });
}

type Blocks = Readonly<Record<Side, readonly ParsedBlock[]>>;

/** Aligns blocks with words; a rule goes with the passage above it, and one at the very beginning with that below. */
export function alignBlocks(
  texts: Readonly<Record<Side, CompilableText>>,
  blocks: Blocks,
  lexicon: Lexicon | null,
  progress: Progress | undefined,
): AlignedBlocks[] {
  const wordy = {
    source: indicesOf(blocks.source),
    translation: indicesOf(blocks.translation),
  };
  if (wordy.source.length === 0 || wordy.translation.length === 0) return alone(blocks);
  if (!lexicon) throw new Error("two texts without rows need a lexicon");
  const paragraphs = {
    source: wordy.source.map((index) => paragraphOf(blocks.source[index])),
    translation: wordy.translation.map((index) => paragraphOf(blocks.translation[index])),
  };
  const { sentences, beads, passages } = alignTexts(
    { language: texts.source.language, paragraphs: paragraphs.source },
    { language: texts.translation.language, paragraphs: paragraphs.translation },
    lexicon,
    progress ? { progress } : {},
  );
  const linked = beadsByPassage(passages, sentences, beads, (side, sentence) =>
    weightOf(paragraphs[side][sentence.paragraph], sentence, texts[side].language),
  );
  return passages.map(({ source, translation, confidence }, at) => ({
    source: withRules(source, wordy.source, blocks.source.length),
    translation: withRules(translation, wordy.translation, blocks.translation.length),
    confidence,
    beads: source.length > 0 && translation.length > 0 ? (linked[at] ?? []) : [],
  }));
}

/** Every block a passage of its own, but for rules: there is one text, or nothing in the other. */
function alone(blocks: Blocks): AlignedBlocks[] {
  return sides.flatMap((side) => {
    const count = blocks[side].length;
    const wordy = indicesOf(blocks[side]);
    // A text of rules alone is still a text.
    const openers = wordy.length > 0 ? wordy : count > 0 ? [0] : [];
    return openers.map((_, at) => {
      const own = withRules([at], openers, count);
      return {
        source: side === "source" ? own : [],
        translation: side === "translation" ? own : [],
        confidence: 1,
        beads: [],
      };
    });
  });
}

function indicesOf(blocks: readonly ParsedBlock[]): number[] {
  return blocks.flatMap(({ block }, index) => (block.type === "rule" ? [] : [index]));
}

/** The blocks of a passage, given by its places among blocks with words, with the rules that follow each of them. */
function withRules(places: readonly number[], wordy: readonly number[], count: number): number[] {
  return places.flatMap((place) => {
    const from = place === 0 ? 0 : (wordy[place] ?? count);
    const to = wordy[place + 1] ?? count;
    return Array.from({ length: to - from }, (_, at) => from + at);
  });
}

function paragraphOf(parsed: ParsedBlock | undefined): Paragraph {
  const type = parsed?.block.type ?? "paragraph";
  return { text: parsed?.text ?? "", kind: type === "verbatim" ? "code" : type === "rule" ? "paragraph" : type };
}

/** How many sentences of the passage's text a sentence of the aligner is: code is one to it, and a picture is one without words. */
function weightOf(paragraph: Paragraph | undefined, { start, end }: Sentence, language: string): number {
  if (!paragraph || start === end) return 0;
  return paragraph.kind === "code" ? sentencesOf(paragraph.text, language).length : 1;
}

type Alignment = ReturnType<typeof alignTexts>;

/** Gives each passage its part of the beads; one that reaches over the border of a passage is divided there. */
function beadsByPassage(
  passages: Alignment["passages"],
  sentences: Alignment["sentences"],
  beads: Alignment["beads"],
  weight: (side: Side, sentence: Sentence) => number,
): SentenceBead[][] {
  const owner: Record<Side, number[]> = { source: [], translation: [] };
  for (const [at, passage] of passages.entries())
    for (const side of sides) for (const paragraph of passage[side]) owner[side][paragraph] = at;
  const found: SentenceBead[][] = passages.map(() => []);
  for (const { source, translation, confidence } of beads) {
    const parts = new Map<number, [number, number]>();
    for (const [place, side, list] of [
      [0, "source", source],
      [1, "translation", translation],
    ] as const) {
      for (const index of list) {
        const sentence = sentences[side][index];
        const passage = sentence && owner[side][sentence.paragraph];
        if (!sentence || passage === undefined) continue;
        const part = parts.get(passage) ?? [0, 0];
        part[place] += weight(side, sentence);
        parts.set(passage, part);
      }
    }
    for (const [passage, [n, m]] of parts) if (n + m > 0) found[passage]?.push([n, m, confidence]);
  }
  return found;
}
