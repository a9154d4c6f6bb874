import type { Problem } from "@/lib/problem/problem";
import { lineAt } from "@/lib/text/decode";
import { type Check, sidesOf } from "./context";

/** Characters that nobody sees and that change what is read, searched or copied. */
const invisible =
  /[\u00AD\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{1D173}-\u{1D17A}\u{E0000}-\u{E007F}]/gu;

const names: readonly (readonly [RegExp, string])[] = [
  [/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u, "a mark that changes the direction of writing"],
  [/[\u200B-\u200D\u2060\uFEFF]/u, "a character without width"],
  [/\u00AD/u, "a soft hyphen"],
  [/[\u2028\u2029]/u, "a hidden line end"],
];

/** Invisible characters, on the line where they stand. */
export const checkCharacters: Check = (context) =>
  sidesOf(context).flatMap(({ id, side }) =>
    side.parts.flatMap(({ raw, line }): Problem[] => {
      const places = [...raw.matchAll(invisible)].filter(({ 0: character, index }) => !isMeant(raw, character, index));
      const [first] = places;
      if (!first) return [];
      const code = `U+${(first[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
      const name = names.find(([pattern]) => pattern.test(first[0]))?.[1] ?? "an invisible character";
      const more = places.length > 1 ? `, the first of ${places.length} invisible ones here` : "";
      const what = `${code} stands here after “${before(raw, first.index)}”: ${name}${more}.`;
      const where = { file: side.file, line: line + lineAt(raw, first.index) - 1 };
      const fix = "Delete it; an editor that shows invisible characters finds it.";
      return [{ code: "character-invisible", severity: "warning", what, where, fix, passage: id, side: side.side }];
    }),
  );

/** Emoji are joined by one such character, and flags of regions spelled by others. */
function isMeant(raw: string, character: string, index: number): boolean {
  if (character === "\u200D")
    return /[\p{Extended_Pictographic}\uFE0F\u{1F3FB}-\u{1F3FF}]$/u.test(raw.slice(Math.max(0, index - 4), index));
  return /[\u{E0020}-\u{E007F}]/u.test(character) && /\u{1F3F4}[\u{E0020}-\u{E007F}]*$/u.test(raw.slice(Math.max(0, index - 20), index)); // prettier-ignore
}

function before(raw: string, index: number): string {
  return raw
    .slice(Math.max(0, index - 12), index)
    .replace(invisible, "")
    .replace(/\s+/g, " ")
    .trimStart();
}
