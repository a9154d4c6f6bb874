/** Who had which part in a rendering, as far as its printed credits say so. Names are kept whole, as printed. */
export type Credits = Readonly<Record<"authors" | "translators" | "editors", readonly string[]>>;

type Role = keyof Credits;

/**
 * The words that credits use. Whoever compiled a text (编译, put it together from sources in another language) is the
 * person it has to be cited by, so they count as its author. What no word here says (pictures, sources) is not cited.
 */
const roles: readonly (readonly [Role, RegExp])[] = [
  ["authors", /^(?:文|文字|作者|记者|撰文|撰稿|采写|著|编译|author|words|text|story|reporting|written|compiled|by)$/i],
  ["translators", /^(?:译|译者|翻译|校译|translator|translation|translated)$/i],
  ["editors", /^(?:编辑|主编|责编|责任编辑|审校|校对|校|editor|editing|edited)$/i],
];

/**
 * Reads credits: `编译 | 金碧辉`, `Edited by Cheng Qian`, `作者：甲、乙`. A line that names no part at all, such as
 * `The Duidu contributors`, is read as an author.
 * @param byline - credits as printed, one a line
 */
export function readByline(byline: readonly string[]): Credits {
  const credits: Record<Role, string[]> = { authors: [], translators: [], editors: [] };
  for (const line of byline.flatMap(separate)) {
    const [, part, names] =
      /^([^|｜丨:：/]+?)\s*[|｜丨:：/]\s*(.+)$/u.exec(line) ?? /^(\p{L}+ by|by)\s+(.+)$/iu.exec(line) ?? [];
    if (part === undefined || names === undefined) {
      credits.authors.push(line.trim());
      continue;
    }
    const word = part.replace(/(?<=\S) by$/i, "").trim();
    const role = roles.find(([, known]) => known.test(word))?.[0];
    // A stroke also joins the names of a house: Reuters/Ipsos.
    if (!role && /^(?!photo|picture|image|graphic)[\p{Script=Latin}\s.]+\//iu.test(line))
      credits.authors.push(line.trim());
    if (role) credits[role].push(...split(names));
  }
  return credits;
}

/** Credits that stand in one line, `译｜甲 校｜乙`, each by itself. */
function separate(line: string): readonly string[] {
  return line.split(/\s+(?=\p{Script=Han}+\s*[|｜丨:：])/u);
}

function split(names: string): readonly string[] {
  return names
    .split(/\s*(?:、|，|;|；|,\s|\s&\s|\sand\s)\s*/u)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
