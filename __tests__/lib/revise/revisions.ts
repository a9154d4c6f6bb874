import fc from "fast-check";
import { isPassageId, type PassageId } from "@/lib/passage/passage-id";
import { mintId } from "@/lib/passage/mint-id";
import { carryIds } from "@/lib/revise/carry-ids";
import type { Carried, FreshBlock, OldBlock, Revision, SideRevision } from "@/lib/revise/revision";

/** Ids in a row: `aaaaa`, `aaaab` and so on, so that a test can name them. */
export function idAt(index: number): PassageId {
  const letters = "abcdefghjkmnpqrstuvwxyz";
  const text = [3, 2, 1, 0].map((power) => letters[Math.floor(index / 23 ** power) % 23] ?? "a").join("");
  const id = `a${text}`;
  if (!isPassageId(id)) throw new Error(`${id} is no id`);
  return id;
}

/** Mints `zaaaa`, `zaaab`, …: the same run gives the same ids. */
export function mintInOrder(): () => PassageId {
  let count = 0;
  const taken = new Set<string>();
  return () => {
    let step = count++;
    const digits: number[] = [];
    for (let place = 0; place < 4; place++) {
      digits.push(step % 23);
      step = Math.floor(step / 23);
    }
    let drawn = 0;
    const id = mintId(taken, () => (drawn === 0 ? (drawn++, 22) : (digits[4 - drawn++] ?? 0)));
    taken.add(id);
    return id;
  };
}

/** A text as a list of paragraphs; `^id` or `^new` at the end is its mark. */
export function blocksOf(text: readonly string[]): FreshBlock[] {
  return text.map((paragraph) => {
    const [, words = "", token] = /^(.*?)(?: \^(\w+))?$/s.exec(paragraph) ?? [];
    const mark = token === "new" ? token : token !== undefined && isPassageId(token) ? token : null;
    return { text: words, mark };
  });
}

/** The old blocks of a text whose paragraphs bear marks, or continue the one above. */
export function oldOf(text: readonly string[]): OldBlock[] {
  let id: PassageId | null = null;
  return blocksOf(text).flatMap(({ text: words, mark }) => {
    if (mark && mark !== "new") id = mark;
    return id === null ? [] : [{ id, text: words }];
  });
}

/** One side before and after; without a new version it was not revised. */
export function side(before: readonly string[], after?: readonly string[]): SideRevision {
  const fresh = blocksOf(after ?? before);
  const isMarked = fresh.some(({ mark }) => mark !== null && mark !== "new");
  return {
    old: oldOf(before),
    fresh,
    isRevised: after !== undefined,
    unmarked: isMarked ? "continues" : "opens",
  };
}

/** Carries ids and shows each side as `id id · …`: a dot continues the passage. */
export function carry(
  source: SideRevision,
  translation: SideRevision,
  more: Partial<Revision> = {},
): Carried & { readonly shown: Readonly<Record<"source" | "translation", string>> } {
  const carried = carryIds({ source, translation, mint: mintInOrder(), ...more });
  const show = (list: Carried["source"]) => list.map(({ id, opens }) => (opens ? id : "·")).join(" ");
  return { ...carried, shown: { source: show(carried.source), translation: show(carried.translation) } };
}

const chinese = fc
  .array(fc.constantFrom(..."天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜"), {
    minLength: 1,
    maxLength: 30,
  })
  .map((characters) => `${characters.join("")}。`);
const english = fc
  .array(
    fc.constantFrom(..."the sun moon wind river mountain light shadow spring autumn runs falls over under".split(" ")),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((words) => `${words.join(" ")}.`);

/** A paragraph; some are short and some repeat, as headings and refrains do. */
export const anyParagraph = fc.oneof(chinese, english, fc.constantFrom("注", "***", "Note", "见上"));

/** A step of an edit script. */
type Edit = { readonly at: number; readonly kind: number; readonly words: string };

/** One to fifty edits: typing, deleting, inserting, splitting, merging, moving, replacing. */
export const anyScript: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({ at: fc.nat(1000), kind: fc.nat(6), words: anyParagraph }),
  { minLength: 1, maxLength: 50 },
);

/** Applies an edit script to paragraphs. */
export function edit(text: readonly string[], script: readonly Edit[]): string[] {
  const edited = [...text];
  for (const { at, kind, words } of script) {
    const index = edited.length === 0 ? 0 : at % edited.length;
    const old = edited[index] ?? "";
    const middle = Math.max(1, Math.floor(old.length / 2));
    if (kind === 0) edited[index] = old.slice(0, middle) + words.slice(0, 2) + old.slice(middle);
    else if (kind === 1) edited.splice(index, 1);
    else if (kind === 2) edited.splice(index, 0, words);
    else if (kind === 3 && old.length > 1) edited.splice(index, 1, old.slice(0, middle), old.slice(middle));
    else if (kind === 4 && index + 1 < edited.length) edited.splice(index, 2, old + (edited[index + 1] ?? ""));
    else if (kind === 5) edited.splice((index * 7) % edited.length || 0, 0, ...edited.splice(index, 1));
    else edited[index] = words;
  }
  return edited.filter((paragraph) => paragraph !== "");
}
