import type { Work } from "@/lib/work/work";
import { readByline } from "./byline";

/**
 * Names a rendering in one line of running text, without an address: `Jin Bihui, “…,” Zhidongxi, April 30, 2025` or
 * `金碧辉：《……》，智东西，2025年4月30日`.
 */
export function creditOf({ metadata }: Work, side: "source" | "translation"): string {
  const { title, byline, publisher, language } = metadata[side];
  const { authors } = readByline(byline);
  const names = authors.length > 0 ? authors : publisher ? [publisher] : [];
  const owner = publisher && authors.length > 0 && !authors.includes(publisher) ? publisher : undefined;
  const isChinese = /^(zh|lzh)/.test(language);
  const day = new Intl.DateTimeFormat(isChinese ? "zh-CN" : "en-US", { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${metadata.date}T12:00:00Z`),
  );
  if (isChinese) {
    const named = `《${title.replaceAll("《", "〈").replaceAll("》", "〉")}》`;
    const by = names.length > 0 ? `${names.join("、")}：` : "";
    return by + [named, owner, day].filter(Boolean).join("，");
  }
  const quoted = title.replaceAll("“", "‘").replaceAll("”", "’");
  const named = /[?!.]$/.test(quoted) ? `“${quoted}”` : `“${quoted},”`;
  const after = [owner, day].filter(Boolean).join(", ");
  const by = new Intl.ListFormat("en").format(names);
  return `${by ? `${by}, ` : ""}${named} ${after}`;
}
