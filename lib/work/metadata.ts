import { z } from "zod";
import { workCheckSettings } from "./check-settings";

/** BCP 47 tags that a rendering may declare; the script, not the region, is what tells Chinese texts apart. */
export const languages = ["zh-Hans", "zh-Hant", "en", "lzh", "ja", "ko", "fr", "de", "es", "ru"] as const;
export type Language = (typeof languages)[number];

/** Rules of display that a work may switch on; the files stay verbatim. */
export const displayRules = ["full-width-punctuation"] as const;

const line = z.string().trim().min(1);

const rendering = z.strictObject({
  language: z.enum(languages),
  title: line,
  /** Shown in the library and in link previews. */
  summary: line.optional(),
  /** Credits as printed: `编译 | 金碧辉`. One entry a line. */
  byline: z.array(line).default([]),
  /** Who published this rendering. */
  publisher: line.optional(),
  /** What a reader may do with this rendering, as one sentence in its language. */
  rights: line,
});

/** The form of `work.yaml`. */
export const workMetadata = z.strictObject({
  source: rendering,
  translation: rendering,
  /** Date of the source's publication, ISO 8601. */
  date: z.iso.date(),
  /** Where the source came from; an https address. */
  origin: z.url({ protocol: /^https?$/ }).optional(),
  /** Slugs this work had before; addresses with them lead to it for ever. */
  formerly: z.array(z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "not a slug")).default([]),
  display: z.array(z.enum(displayRules)).default([]),
  /** What `duidu check` is to make of its findings. */
  check: workCheckSettings.optional(),
  corrections: z
    .array(z.strictObject({ date: z.iso.date(), source: line.optional(), translation: line.optional() }))
    .default([]),
});

export type WorkMetadata = z.infer<typeof workMetadata>;
