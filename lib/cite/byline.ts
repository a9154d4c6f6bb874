/** Who had which part in a rendering, as far as its printed credits say so. Names are kept whole, as printed. */
export type Credits = Readonly<Record<"authors" | "translators" | "editors", readonly string[]>>;

type Role = keyof Credits;

/**
 * The words that credits use. Whoever compiled a text (编译, put it together from sources in another language) is the
 * person it has to be cited by, so they count as its author. What no word here says (pictures, sources) is not cited.
 */
const roles: readonly (readonly [Role, RegExp])[] = [
  ["authors", /^(?:文|文字|作者|撰文|撰稿|著|编译|author|words|text|written|compiled|by)$/i],
  ["translators", /^(?:译|译者|翻译|translator|translated)$/i],
  ["editors", /^(?:编辑|责编|责任编辑|校对|editor|edited)$/i],
];

/**
 * Reads credits: `编译 | 金碧辉`, `Edited by Cheng Qian`, `作者：甲、乙`. A line that names no part at all, such as
 * `The Duidu contributors`, is read as an author.
 * @param byline - credits as printed, one a line
 */
export function readByline(byline: readonly string[]): Credits {
  const credits: Record<Role, string[]> = { authors: [], translators: [], editors: [] };
  for (const line of byline) {
    const [, part, names] =
      /^([^|｜丨:：/]+?)\s*[|｜丨:：/]\s*(.+)$/u.exec(line) ?? /^(\p{L}+ by|by)\s+(.+)$/iu.exec(line) ?? [];
    if (part === undefined || names === undefined) {
      credits.authors.push(line.trim());
      continue;
    }
    const word = part.replace(/(?<=\S) by$/i, "").trim();
    const role = roles.find(([, known]) => known.test(word))?.[0];
    if (role) credits[role].push(...split(names));
  }
  return credits;
}

function split(names: string): readonly string[] {
  return names
    .split(/\s*(?:、|，|;|；|,\s|\s&\s|\sand\s)\s*/u)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
