/** What stands around a stretch of text on the page; it decides, and is not itself changed. */
export type TypesetContext = { readonly before?: string; readonly after?: string };

/** Inline content as far as punctuation is concerned: every `Inline` of lib/passage has this shape. */
type Run = {
  readonly type: string;
  readonly value?: string;
  readonly base?: string;
  readonly children?: readonly Run[];
};

const fullWidth: Readonly<Record<string, string>> = {
  ",": "，",
  ":": "：",
  ";": "；",
  "?": "？",
  "!": "！",
  "(": "（",
  ")": "）",
};

const han = /\p{Script=Han}/u;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const letter = /\p{L}/u;
const latin = /\p{Script=Latin}/u;
const digit = /\p{Nd}/u;
const opening = /[“‘「『《〈【〔〖（［｛]/u;
const closing = /[”’」』》〉】〕〗）］｝]/u;
/** CJK punctuation and full-width forms, brackets included; curly quotes count because the text is Chinese. */
const chinesePunctuation = /[“”\u3001-\u301f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/u;
const invisible = /[\p{M}\p{Cf}]/u;

/** Bounded repeats, so that no text makes the search quadratic: a scheme of 20 characters, labels as long as DNS has them. */
const addresses =
  /(?:(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,20}:\/\/|mailto:|www\.|(?<![\w.-])(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}(?:\/|:\d))[\w\-.~:/?#[\]@!$&'()*+,;=%]*/gi;
const addressTail = /[,:;?!)]+$/;
const emoticons = /[:;]-?[()]/g;

/**
 * Shows half-width punctuation full-width where the text around it is Chinese, and the Japanese middle dot `・` of
 * transcribed names as `·`. For display alone: files stay verbatim.
 *
 * Every change is one UTF-16 unit for one, so offsets into the text stay valid. Setting a text twice changes nothing
 * more. A text without a Han character, context included, comes back as it was.
 *
 * A mark is Chinese
 * - next to a Han character or Chinese punctuation, spaces aside; a bracket or quote counts from its outside only;
 * - between Latin words with no space after it, which English never writes (`Copilot,OpenAI`), a colon only before a
 *   capital (`node:fs` is code);
 * - at the end of a clause or quotation that has Han characters (`谁是CEO?`).
 * Parentheses are set as a pair, when Chinese touches either from outside or inside.
 * Left alone: marks between digits (`1,000`, `12:30`), web and mail addresses, emoticons.
 */
export function typeset(text: string, { before = "", after = "" }: TypesetContext = {}): string {
  const whole = before + text + after;
  if (!han.test(whole)) return text;
  return setChinese(whole).slice(before.length, before.length + text.length);
}

/**
 * Sets the text of a paragraph whose marks and neighbours may stand in different runs: `**微软**,OpenAI`.
 * Code counts as a Latin word and stays as it is, as do addresses of links, rubies and notes.
 */
export function typesetInlines<R extends Run>(inlines: readonly R[]): readonly R[] {
  const whole = inlines.map(contextOf).join("");
  if (!han.test(whole)) return inlines;
  const set = setChinese(whole);
  let offset = 0;

  function restore<T extends Run>(run: T): T {
    if (run.children) return { ...run, children: run.children.map(restore) };
    const start = offset;
    offset += contextOf(run).length;
    return run.type === "text" ? { ...run, value: set.slice(start, offset) } : run;
  }
  return inlines.map(restore);
}

function contextOf(run: Run): string {
  if (run.children) return run.children.map(contextOf).join("");
  if (run.type === "text") return run.value ?? "";
  if (run.type === "code") return "x".repeat(run.value?.length ?? 0);
  if (run.type === "break") return "\n";
  return run.base ?? "";
}

/** Marks wait for one another (`真的?!`, `(Oracle),`), so passes alternate in direction until one changes nothing. */
function setChinese(text: string): string {
  const page = { units: text.split(""), mates: pairParentheses(text), inChineseClause: findChineseClauses(text) };
  const kept = findKept(text, page.mates);
  const marks = page.units.flatMap((unit, index) =>
    (unit in fullWidth || unit === "・") && !kept.has(index) ? index : [],
  );
  let waiting = marks;
  for (let changed = true; changed; waiting = waiting.reverse()) {
    const still = waiting.filter((index) => !setMark(page, index));
    changed = still.length < waiting.length;
    waiting = still;
  }
  return page.units.join("");
}

type Page = {
  readonly units: string[];
  readonly mates: ReadonlyMap<number, number>;
  readonly inChineseClause: readonly boolean[];
};

/** Sets one mark when it is Chinese. @returns whether it was */
function setMark(page: Page, index: number): boolean {
  const mark = page.units[index] ?? "";
  if (mark === "・") {
    const [left, right] = [neighbour(page.units, index, -1), neighbour(page.units, index, 1)];
    const isName = left.isAdjacent && right.isAdjacent && letter.test(left.character) && letter.test(right.character);
    const isChinese =
      isName && han.test(left.character + right.character) && !kana.test(left.character + right.character);
    if (isChinese) page.units[index] = "·";
    return isChinese;
  }
  const isChinese = mark === "(" || mark === ")" ? isChineseParenthesis(page, index) : isChineseMark(page, index);
  if (isChinese) page.units[index] = fullWidth[mark] ?? mark;
  return isChinese;
}

function isChineseMark({ units, inChineseClause }: Page, index: number): boolean {
  const left = neighbour(units, index, -1);
  const right = neighbour(units, index, 1);
  if (speaksLeft(left.character) || speaksRight(right.character)) return true;

  const ends = right.character === "" || closing.test(right.character) || /[)?!？！"']/.test(right.character);
  if (ends) return inChineseClause[index] === true && left.character !== "";

  if (!left.isAdjacent || !right.isAdjacent) return false;
  if (units[index] === ":") return endsLatinWord(units, index) && /\p{Lu}/u.test(right.character);
  const isNumber = digit.test(left.character) && digit.test(right.character);
  return !isNumber && /[\p{L}\p{Nd}"')%…—]/u.test(left.character) && /[\p{L}\p{Nd}]/u.test(right.character);
}

function isChineseParenthesis({ units, mates }: Page, index: number): boolean {
  const mate = mates.get(index);
  if (mate !== undefined && /[（）]/u.test(units[mate] ?? "")) return true;
  const isOpening = (at: number) => /[(（]/u.test(units[at] ?? "");
  return [index, mate].some((at) => {
    if (at === undefined) return false;
    const left = neighbour(units, at, -1);
    const right = neighbour(units, at, 1);
    // After a closing parenthesis a space may lead out of a Latin phrase: `Hello (world) 你好`.
    return speaksLeft(left.character) || (speaksRight(right.character) && (isOpening(at) || right.isAdjacent));
  });
}

/** Chinese on the left of a mark. An opening bracket there says nothing: what it opens may be Latin. */
function speaksLeft(character: string): boolean {
  return han.test(character) || (chinesePunctuation.test(character) && !opening.test(character));
}

function speaksRight(character: string): boolean {
  return han.test(character) || (chinesePunctuation.test(character) && !closing.test(character));
}

/** True for the colon of `GPT-4:` as well as `OpenAI:`, but not of `1:`. */
function endsLatinWord(units: readonly string[], end: number): boolean {
  for (let at = end - 1; at >= 0 && at > end - 64; at--) {
    const unit = units[at] ?? "";
    if (latin.test(unit)) return true;
    if (!digit.test(unit) && unit !== "-" && unit !== ".") return false;
  }
  return false;
}

/** The nearest visible character on the same line, or "" at its edge. */
function neighbour(units: readonly string[], index: number, step: 1 | -1): { character: string; isAdjacent: boolean } {
  let isAdjacent = true;
  for (let at = index + step; at >= 0 && at < units.length; at += step) {
    const unit = units[at] ?? "";
    if (unit === "\n") break;
    const other = units[at + step] ?? "";
    const character = /[\ud800-\udfff]/.test(unit) ? (step === 1 ? unit + other : other + unit) : unit;
    if (/\s/.test(unit)) isAdjacent = false;
    else if (!invisible.test(character)) return { character, isAdjacent };
    else at += step * (character.length - 1);
  }
  return { character: "", isAdjacent };
}

/** Half- and full-width parentheses may close each other, so setting some never changes who belongs to whom. */
function pairParentheses(text: string): ReadonlyMap<number, number> {
  const mates = new Map<number, number>();
  const open: number[] = [];
  for (const { index } of text.matchAll(/[()（）]/gu)) {
    if (/[(（]/u.test(text[index] ?? "")) open.push(index);
    else {
      const start = open.pop();
      if (start === undefined) continue;
      mates.set(start, index).set(index, start);
    }
  }
  return mates;
}

/** For each unit, whether its clause (back to the sentence's start, or to the bracket or quote that opens it) has Han. */
function findChineseClauses(text: string): readonly boolean[] {
  const answer: boolean[] = [];
  const outer: boolean[] = [];
  let hasHan = false;
  for (const character of text) {
    for (let unit = 0; unit < character.length; unit++) answer.push(hasHan);
    if (han.test(character)) hasHan = true;
    else if (character === "(" || opening.test(character)) {
      outer.push(hasHan);
      hasHan = false;
    } else if (character === ")" || closing.test(character)) hasHan = outer.pop() ?? hasHan;
    else if (/[。?!？！\n]/u.test(character)) hasHan = false;
  }
  return answer;
}

/** Marks that belong to an address or an emoticon. */
function findKept(text: string, mates: ReadonlyMap<number, number>): ReadonlySet<number> {
  const kept = new Set<number>();
  for (const { 0: found, index } of text.matchAll(addresses)) {
    const end = index + found.replace(addressTail, "").length;
    for (let at = index; at < end; at++) kept.add(at);
  }
  for (const { 0: found, index } of text.matchAll(emoticons)) {
    const parenthesis = index + found.length - 1;
    if (!mates.has(parenthesis)) kept.add(index).add(parenthesis);
  }
  return kept;
}
