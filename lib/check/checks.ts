import type { Problem } from "@/lib/problem/problem";
import { checkBalance } from "./balance";
import { checkCharacters } from "./characters";
import { checkConsistency } from "./consistency";
import type { Check, CheckContext } from "./context";
import { checkFacts } from "./differing-facts";
import { checkDoubled } from "./doubled";
import { checkGlossary } from "./glossary";
import { checkLengths } from "./lengths";
import { checkQuotations } from "./quotations";
import { checkRepeated } from "./repeated";
import { checkSpaces } from "./spaces";
import { checkStructure } from "./structure";
import { checkConfidence } from "./uncertain";
import { checkUntranslated } from "./untranslated";
import { checkWidth } from "./width";

/** Everything that `duidu check` reads the two texts for. A new check is a line here. */
export const checks: readonly Check[] = [
  checkStructure,
  checkFacts,
  checkGlossary,
  checkConsistency,
  checkUntranslated,
  checkLengths,
  checkRepeated,
  checkQuotations,
  checkBalance,
  checkWidth,
  checkDoubled,
  checkSpaces,
  checkCharacters,
  checkConfidence,
];

/** All that the checks find in a work, by file and line. */
export function runChecks(context: CheckContext): Problem[] {
  const order = (a: Problem, b: Problem) =>
    a.where.file === b.where.file ? a.where.line - b.where.line : a.where.file < b.where.file ? -1 : 1;
  return checks.flatMap((check) => check(context)).sort(order);
}
