import { Worker } from "node:worker_threads";
import { loadLexicon } from "@/lib/align/lexicon/store";
import { type ParsedBlock, parseRendering } from "@/lib/passage/parse-rendering";
import type { Language } from "@/lib/work/metadata";
import { compileWork } from "../compile-work";
import { detectFormat } from "../detect-format";
import { detectLanguage } from "../detect-language";
import {
  type ImportedPair,
  type ImportedPicture,
  type ImportedText,
  ImportRefused,
  type PairFormat,
  type TextFormat,
  pairFormats,
} from "../imported-text";
import { markTranslation } from "../mark-translation";
import { readPair } from "../read-pair";
import { readText } from "../read-text";
import { renamePictures } from "../rename-pictures";
import { pictureOf, picturesBeside, readNamedFile } from "./files";
import type { Answers, ReadAs, Reply, Request, TextRead } from "./messages";

/** How often memory is looked at, in milliseconds. */
const watchedEvery = 50;

/** Aligning a text of a million characters, both languages counted, fits into what reading may take; each one more needs some 160 bytes. */
const withinBounds = 1_000_000;
const bytesForCharacter = 256;

/** Characters of a line that is taken for the title. */
const longestTitle = 80;

/**
 * Serves one import in a process of its own, so that whatever a file does to it, the program lives on: reads texts, keeps
 * them, aligns them, and hands over what is to be written. It writes nothing itself.
 *
 * @param mostBytes - of memory; a process that has more is killed
 * @param grows - allows more for aligning long texts
 */
export function serveImport(mostBytes: number, grows: boolean): void {
  const allow = watch(mostBytes);
  const texts: ImportedText[] = [];
  const pictures = new Map<string, Uint8Array>();
  let rows: ImportedPair["rows"] | null = null;
  const say = (reply: Reply) => process.send?.(reply);

  async function read({ file, single, ...as }: Extract<Request, { ask: "read" }>): Promise<Answers["read"]> {
    const { bytes, day } = await readNamedFile(file);
    const before = texts.length;
    const found = as.format ?? detectFormat(bytes, file);
    if (single && pairFormats.some((each) => each === found)) {
      const pair = await readPair(bytes, file, pairOptions(as));
      texts.push(pair.source, pair.translation);
      rows = pair.rows;
    } else texts.push(await readText(bytes, file, { ...textOptions(as), loadPicture: picturesBeside(file) }));
    return { texts: texts.slice(before).map((text) => describe(text, day)) };
  }

  async function compile({ languages, today }: Extract<Request, { ask: "compile" }>): Promise<Answers["compile"]> {
    const [source, translation] = texts;
    if (!source) throw new Error("nothing was read");
    grow(source.markdown.length + (translation?.markdown.length ?? 0));
    pictures.clear();
    const keep = (list: readonly ImportedPicture[]) => list.forEach(({ name, bytes }) => pictures.set(name, bytes));
    keep(source.pictures);
    const renamed = translation && renamePictures(translation, (name) => pictures.get(name) ?? null);
    if (renamed) keep(renamed.pictures);
    const work = compileWork(
      {
        source: { language: languages.source, markdown: source.markdown },
        translation: { language: languages.translation, markdown: renamed?.markdown ?? "" },
      },
      {
        rows,
        lexicon: translation && !rows ? await loadLexicon() : null,
        today,
        progress: (share) => say({ say: "progress", share }),
      },
    );
    return { ...work, pictures: [...pictures.keys()] };
  }

  async function asTheyAre({ images }: Extract<Request, { ask: "texts" }>): Promise<Answers["texts"]> {
    pictures.clear();
    const answer: Answers["texts"]["texts"][number][] = [];
    for (const text of texts) {
      const there = new Map(pictures);
      for (const { name } of text.pictures) {
        const bytes = there.get(name) ?? (await pictureOf(images, name));
        if (bytes) there.set(name, bytes);
      }
      const renamed = renamePictures(text, (name) => there.get(name) ?? null);
      for (const { name, bytes } of renamed.pictures) pictures.set(name, bytes);
      answer.push({ markdown: renamed.markdown, pictures: renamed.pictures.map(({ name }) => name) });
    }
    return { texts: answer };
  }

  async function mark({ text, marked }: Extract<Request, { ask: "mark" }>): Promise<Answers["mark"]> {
    grow(text.markdown.length + marked.markdown.length);
    return markTranslation(marked, text, await loadLexicon(), (share) => say({ say: "progress", share }));
  }

  function grow(characters: number): void {
    if (grows) allow(mostBytes + bytesForCharacter * Math.max(0, characters - withinBounds));
  }

  function answerTo(request: Request): Promise<Answers[keyof Answers]> {
    switch (request.ask) {
      case "read":
        return read(request);
      case "compile":
        return compile(request);
      case "texts":
        return asTheyAre(request);
      case "mark":
        return mark(request);
      case "picture":
        return Promise.resolve({ bytes: pictures.get(request.name) ?? new Uint8Array() });
    }
  }

  process.on("message", (request: Request) => {
    answerTo(request).then(
      (answer) => say({ say: "answer", answer }),
      (cause: unknown) => say(failure(cause, request)),
    );
  });
  // Nobody is there to answer to.
  process.on("disconnect", () => process.exit());
  if (!process.connected) process.exit();
  say({ say: "ready" });
}

function describe(text: ImportedText, day: string): TextRead {
  const { blocks } = parseRendering(text.markdown, text.file);
  const heading = titleIn(blocks);
  const { language, note } = languageOf(text);
  return {
    file: text.file,
    format: text.format,
    encoding: text.encoding,
    metadata: text.metadata,
    language,
    heading,
    blocks: blocks.length,
    characters: text.markdown.length,
    dropped: text.dropped,
    notes: note === null ? text.notes : [...text.notes, note],
    day,
  };
}

/** A heading that a text begins with, under a byline perhaps; or a first line that stands alone, is short and ends as no sentence does, as titles do in plain text. */
function titleIn(blocks: readonly ParsedBlock[]): string | null {
  const heading = blocks.slice(0, 2).find(({ block }) => block.type === "heading");
  if (heading) return heading.text;
  const first = blocks.length > 1 && blocks[0]?.block.type === "paragraph" ? blocks[0].text : "";
  return first.length <= longestTitle && /^[^\n]*[^\n\s。！？!?….,，、;；:：]$/u.test(first) ? first : null;
}

/** A page may say that it is in English and hold Chinese: its words then know better. */
function languageOf({ markdown, metadata }: ImportedText): { language: Language | null; note: string | null } {
  const seen = detectLanguage(markdown);
  const declared = metadata.language ?? null;
  if (!declared || !seen || scriptOf(declared) === scriptOf(seen)) return { language: declared ?? seen, note: null };
  return {
    language: seen,
    note: `The file says that it is in ${declared}; by its words it is in ${seen}, which was taken.`,
  };
}

function scriptOf(language: Language): string {
  if (language.startsWith("zh") || language === "lzh") return "Han";
  return ["ja", "ko", "ru"].includes(language) ? language : "Latin";
}

function textOptions({ format, encoding }: ReadAs) {
  return { ...(format && { format: format as TextFormat }), ...(encoding && { encoding }) };
}

function pairOptions({ format, encoding }: ReadAs) {
  return { ...(format && { format: format as PairFormat }), ...(encoding && { encoding }) };
}

/** What a person is told of a failure. Where memory ran out in one piece, or the stack, the file is to blame. */
function failure(cause: unknown, request: Request): Reply {
  if (cause instanceof ImportRefused) {
    const { file, line, what, fix } = cause;
    return { say: "refused", file, line, what, fix };
  }
  const message = cause instanceof Error ? cause.message : String(cause);
  if (cause instanceof RangeError && request.ask === "read") {
    const what = `This file asks for more than can be read (${message}).`;
    return {
      say: "refused",
      file: request.file,
      line: null,
      what,
      fix: "Divide it into parts, or save it as plain text.",
    };
  }
  if (process.env.DUIDU_DEBUG) console.error(cause);
  return { say: "failed", message };
}

/**
 * Looks at memory from a thread of its own, since this one may be busy for minutes; and ends with the program that asked.
 *
 * @returns what changes the bound, in bytes
 */
function watch(mostBytes: number): (bytes: number) => void {
  const bound = new Float64Array(new SharedArrayBuffer(8)).fill(mostBytes);
  const watcher = `
    const { workerData: bound } = require("node:worker_threads");
    const parent = process.ppid;
    setInterval(() => {
      if (process.memoryUsage.rss() > bound[0] || process.ppid !== parent) process.kill(process.pid, "SIGKILL");
    }, ${watchedEvery});`;
  new Worker(watcher, {
    eval: true,
    workerData: bound,
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 4 },
  }).unref();
  return (bytes) => void bound.fill(bytes);
}
