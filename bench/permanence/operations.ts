/** A sentence under simulation and the original paragraph that it comes from; null for one that was put in. */
export type Sentence = { readonly text: string; readonly origin: number | null };

/** A paragraph under simulation. */
export type Traced = readonly Sentence[];

/** Divides a text for simulation. */
export function trace(paragraphs: readonly string[]): Traced[] {
  return paragraphs.map((text, origin) => sentencesOf(text).map((sentence) => ({ text: sentence, origin })));
}

/** The words of a paragraph. */
export function textOf(paragraph: Traced): string {
  return paragraph
    .map(({ text }) => text)
    .join("")
    .trim();
}

/** Draws an integer from 0 up to, not including, its argument. */
export type Random = (below: number) => number;

/** One way in which people change a text. Paragraphs without origin are new. */
export type Operation = {
  readonly name: string;
  /** The share of links that must be right, in per cent. */
  readonly target: number;
  readonly apply: (text: readonly Traced[], random: Random) => Traced[];
};

/** A generator with a seed, so that a table can be printed again (Steele, Lea & Flood 2014, SplitMix). */
export function seeded(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b9) >>> 0;
  return (below) => {
    state = (state + 0x9e3779b9) >>> 0;
    let value = state;
    value = Math.imul(value ^ (value >>> 16), 0x21f0aaad);
    value = Math.imul(value ^ (value >>> 15), 0x735a2d97);
    return ((value ^ (value >>> 15)) >>> 0) % below;
  };
}

const sentenceEnd = /(?<=[。！？!?]|[.] )/u;

/** The sentences of a paragraph; together they are the paragraph. */
export function sentencesOf(text: string): string[] {
  return text.split(sentenceEnd).filter((sentence) => sentence !== "");
}

/** Words that no text of the run holds: sentences of another document, or made from its characters at random. */
function strange(text: readonly Traced[], random: Random): string {
  const pool = text.map(textOf).join(" ");
  const isChinese = /\p{Script=Han}/u.test(pool);
  const words = isChinese ? [...pool].filter((character) => /\p{Script=Han}/u.test(character)) : pool.split(/\s+/);
  const length = isChinese ? 20 + random(60) : 8 + random(30);
  const drawn = Array.from({ length }, () => words[random(words.length)] ?? "");
  return isChinese ? `${drawn.join("")}。` : `${drawn.join(" ")}.`;
}

const chance = (random: Random, share: number) => random(10_000) < share * 10_000;

function typos(text: string, share: number, random: Random): string {
  const pool = [...text];
  return pool
    .map((character) => {
      if (!/[\p{L}\p{N}]/u.test(character) || !chance(random, share)) return character;
      return [pool[random(pool.length)] ?? "", "", character + character][random(3)] ?? "";
    })
    .join("");
}

function split(paragraph: Traced): Traced[] | null {
  if (paragraph.length < 2) return null;
  const middle = Math.ceil(paragraph.length / 2);
  return [paragraph.slice(0, middle), paragraph.slice(middle)];
}

const splitSome =
  (share: number): Operation["apply"] =>
  (text, random) =>
    text.flatMap((paragraph) => (chance(random, share) ? (split(paragraph) ?? [paragraph]) : [paragraph]));

const mergeSome =
  (share: number): Operation["apply"] =>
  (text, random) => {
    const merged: Traced[] = [];
    for (const paragraph of text) {
      const above = merged.at(-1);
      if (!above || !chance(random, share)) merged.push(paragraph);
      else {
        const gap = /\p{Script=Han}/u.test(textOf(paragraph)) ? "" : " ";
        const last = above.at(-1);
        const joined = last ? [...above.slice(0, -1), { ...last, text: last.text.trimEnd() + gap }] : above;
        merged[merged.length - 1] = [...joined, ...paragraph];
      }
    }
    return merged;
  };

const deleteSome =
  (share: number): Operation["apply"] =>
  (text, random) =>
    text.filter(() => !chance(random, share));

const insertSome =
  (share: number): Operation["apply"] =>
  (text, random) =>
    text.flatMap((paragraph) =>
      chance(random, share) ? [paragraph, [{ text: strange(text, random), origin: null }]] : [paragraph],
    );

const misspell =
  (share: number): Operation["apply"] =>
  (text, random) =>
    text.map((paragraph) => paragraph.map((sentence) => ({ ...sentence, text: typos(sentence.text, share, random) })));

const replaceSentences =
  (share: number): Operation["apply"] =>
  (text, random) =>
    text.map((paragraph) => {
      // A paragraph of which no sentence is left is another paragraph.
      const kept = random(Math.max(1, paragraph.length));
      return paragraph.map((sentence, at) =>
        at !== kept && chance(random, share) ? { ...sentence, text: strange(text, random) } : sentence,
      );
    });

const moveSection: Operation["apply"] = (text, random) => {
  const length = Math.max(1, Math.floor(text.length / 10));
  const start = random(Math.max(1, text.length - length));
  const section = text.slice(start, start + length);
  const rest = [...text.slice(0, start), ...text.slice(start + length)];
  const place = random(rest.length + 1);
  return [...rest.slice(0, place), ...section, ...rest.slice(place)];
};

const shuffle: Operation["apply"] = (text, random) => {
  const cards = [...text];
  for (let at = cards.length - 1; at > 0; at--) {
    const other = random(at + 1);
    [cards[at], cards[other]] = [cards[other] ?? empty, cards[at] ?? empty];
  }
  return cards;
};

const empty: Traced = [];

const widen = (words: string) =>
  words.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replace(/ /g, "\u3000");

const fullWidth = (text: readonly Traced[]): Traced[] =>
  text.map((paragraph) => paragraph.map((sentence) => ({ ...sentence, text: widen(sentence.text) })));

const inTurn =
  (...operations: readonly Operation["apply"][]): Operation["apply"] =>
  (text, random) =>
    operations.reduce<Traced[]>((changed, apply) => apply(changed, random), [...text]);

const several = inTurn(splitSome(0.05), mergeSome(0.05), deleteSome(0.05), insertSome(0.05), misspell(0.01));

/** The eleven operations of the table. */
export const operations: readonly Operation[] = [
  { name: "typos in 3 % of characters", target: 99.5, apply: misspell(0.03) },
  { name: "width and spacing", target: 99.5, apply: fullWidth },
  { name: "30 % of sentences replaced", target: 99.5, apply: replaceSentences(0.3) },
  { name: "10 % deleted", target: 99.5, apply: deleteSome(0.1) },
  { name: "10 % inserted", target: 99.5, apply: insertSome(0.1) },
  { name: "15 % split", target: 99.5, apply: splitSome(0.15) },
  { name: "10 % merged", target: 99.5, apply: mergeSome(0.1) },
  { name: "a section moved", target: 99.5, apply: moveSection },
  { name: "full shuffle", target: 95, apply: shuffle },
  { name: "split, merged, deleted, inserted, typos", target: 99, apply: several },
  { name: "all of it at once", target: 90, apply: inTurn(several, moveSection, replaceSentences(0.1)) },
];

/** One revision of a chain: about a tenth of the paragraphs touched in one way or another. */
export function touch(share: number): Operation["apply"] {
  const part = share / 5;
  const edit: Operation["apply"] = (text, random) =>
    text.map((paragraph) => (chance(random, part) ? (misspell(0.1)([paragraph], random)[0] ?? paragraph) : paragraph));
  return inTurn(edit, splitSome(part), mergeSome(part), deleteSome(part), insertSome(part));
}
