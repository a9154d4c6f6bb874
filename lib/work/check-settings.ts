import { z } from "zod";
import { isPassageId } from "@/lib/passage/passage-id";
import { adjustableCodes, type ProblemCode, problemCodes } from "@/lib/problem/problem";

function isCode(name: string): name is ProblemCode {
  return problemCodes.some((code) => code === name);
}

/** Says what is wrong with a code in a setting; null for one that may be set. */
function refuseCode(name: string): string | null {
  if (!isCode(name)) return `there is no code ${JSON.stringify(name)}; docs/problems.md lists them`;
  if (adjustableCodes.includes(name)) return null;
  return `${name} keeps a work from being served, so it can be neither switched off nor accepted`;
}

const code = z.string().transform((name, context): ProblemCode => {
  const refused = refuseCode(name);
  if (refused === null && isCode(name)) return name;
  context.addIssue({ code: "custom", message: refused ?? "not a code" });
  return z.NEVER;
});

/** Severity by code; what is not named stays as docs/problems.md has it. */
const severity = z.record(z.string(), z.enum(["off", "warning", "error"])).superRefine((chosen, context) => {
  for (const name of Object.keys(chosen)) {
    const message = refuseCode(name);
    if (message) context.addIssue({ code: "custom", message, path: [name] });
  }
});

/** YAML reads 7.2 as a number; here it is the words of a problem. */
const words = z.union([z.string(), z.number()], "words, in quotation marks").transform(String).pipe(z.string().min(1));

const acceptance = z.strictObject({
  passage: z.string().refine(isPassageId, "not the id of a passage"),
  code,
  /** Accepts only problems whose text holds this. */
  about: words.optional(),
  reason: z
    .string("say why in one sentence: without a reason nobody can tell an acceptance from an oversight")
    .trim()
    .min(1, "say why in one sentence: without a reason nobody can tell an acceptance from an oversight"),
});

/** The form of `check.yaml` in the content folder. */
export const siteCheckSettings = z.strictObject({ severity: severity.optional() });

/** The form of `check` in `work.yaml`. */
export const workCheckSettings = z.strictObject({
  severity: severity.optional(),
  accepted: z.array(acceptance).optional(),
});

export type SiteCheckSettings = z.infer<typeof siteCheckSettings>;
export type WorkCheckSettings = z.infer<typeof workCheckSettings>;
export type Acceptance = NonNullable<WorkCheckSettings["accepted"]>[number];
