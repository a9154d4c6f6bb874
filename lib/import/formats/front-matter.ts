import { parseDocument } from "yaml";
import { isSafeLink } from "@/lib/passage/safe-url";
import { readLanguage } from "../detect-language";
import { shorten } from "../draft";
import type { Dropped, FoundMetadata } from "../imported-text";
import { readDay } from "../html/metadata";

/** UTF-16 units; what is longer is no head of a text. */
const longest = 20_000;

export type FrontMatter = {
  readonly metadata: FoundMetadata;
  /** The text below. Its first line is line `lines + 1` of the file. */
  readonly body: string;
  readonly lines: number;
  readonly dropped: readonly Dropped[];
};

/** Reads YAML between `---` lines at the top of a file. What it says and we have no place for is reported. */
export function readFrontMatter(text: string): FrontMatter {
  const none = { metadata: {}, body: text, lines: 0, dropped: [] };
  if (!/^---[ \t]*\n/.test(text)) return none;
  const start = text.indexOf("\n") + 1;
  const end = /^(?:---|\.\.\.)[ \t]*(?:\n|$)/m.exec(text.slice(start, start + longest));
  if (!end) return none;
  const yaml = text.slice(start, start + end.index);
  // A rule above and a rule below some words is no head.
  if (!/^[\p{L}_][\p{L}\p{N} _-]{0,40}:/mu.test(yaml)) return none;
  const head = text.slice(0, start + end.index + end[0].length);
  const { values, isBroken } = parse(yaml);
  const metadata = toMetadata(values);
  const unused = isBroken
    ? [yaml]
    : [...values].filter(([key]) => !known.has(key)).map(([key, value]) => `${key}: ${value.join(", ")}`);
  return {
    metadata,
    body: text.slice(head.length),
    lines: head.split("\n").length - 1,
    dropped: unused.map((what) => ({ why: "markup", what: shorten(what), where: "1" })),
  };
}

const keys = {
  title: ["title", "标题", "標題"],
  byline: ["byline", "author", "authors", "作者"],
  publisher: ["publisher", "site", "出版社"],
  date: ["date", "published", "pubdate", "日期"],
  language: ["language", "lang", "语言"],
  origin: ["origin", "url", "source", "canonical", "link", "permalink"],
  summary: ["summary", "description", "excerpt", "摘要"],
} as const;
const known = new Set<string>(Object.values(keys).flat());

function parse(yaml: string): { values: Map<string, string[]>; isBroken: boolean } {
  const values = new Map<string, string[]>();
  try {
    const document = parseDocument(yaml, { schema: "failsafe", prettyErrors: false, logLevel: "silent" });
    const content: unknown = document.errors.length > 0 ? null : document.toJS({ maxAliasCount: 0 });
    if (content === null || typeof content !== "object") return { values, isBroken: true };
    for (const [key, value] of Object.entries(content)) {
      const list = (Array.isArray(value) ? value : [value]).slice(0, 20);
      values.set(
        key.toLowerCase(),
        list.map((item) => (typeof item === "string" ? item : (JSON.stringify(item) ?? "")).trim()),
      );
    }
    return { values, isBroken: false };
  } catch {
    return { values, isBroken: true };
  }
}

function toMetadata(values: ReadonlyMap<string, readonly string[]>): FoundMetadata {
  const first = (names: readonly string[]) => names.map((name) => values.get(name)?.[0]).find((value) => value);
  const title = first(keys.title);
  const byline = keys.byline.flatMap((name) => values.get(name) ?? []).filter((line) => line !== "");
  const date = readDay(first(keys.date) ?? "");
  const language = readLanguage(first(keys.language) ?? "");
  const origin = first(keys.origin);
  const publisher = first(keys.publisher);
  const summary = first(keys.summary);
  return {
    ...(title ? { title: title.replace(/\s+/g, " ") } : {}),
    ...(byline.length > 0 ? { byline } : {}),
    ...(publisher ? { publisher } : {}),
    ...(date ? { date } : {}),
    ...(language ? { language } : {}),
    ...(origin && /^https?:\/\//i.test(origin) && isSafeLink(origin) ? { origin } : {}),
    ...(summary ? { summary: summary.replace(/\s+/g, " ") } : {}),
  };
}
