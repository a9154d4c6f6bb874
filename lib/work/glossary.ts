import { z } from "zod";

const word = z.string().trim().min(1);

/** The form of `glossary.yaml`. */
export const glossary = z.strictObject({
  terms: z.array(
    z.strictObject({
      zh: word,
      en: word,
      /** Other renderings that are right as well. */
      also: z.array(word).optional(),
      note: word.optional(),
    }),
  ),
});

/** A name or term in both languages, with a remark for translators. */
export type Term = z.infer<typeof glossary>["terms"][number];
