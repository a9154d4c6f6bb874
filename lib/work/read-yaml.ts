import { isMap, isNode, LineCounter, parseDocument, type Document } from "yaml";
import type { z } from "zod";
import type { Problem, ProblemCode } from "@/lib/problem/problem";

/**
 * Reads YAML into a checked value. Problems stand on the line of the offending entry.
 *
 * @param code - the problem code for a well-formed YAML file whose content has the wrong form
 */
export function readYaml<T>(
  text: string,
  file: string,
  schema: z.ZodType<T>,
  code: ProblemCode,
): { value: T | null; problems: Problem[] } {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ message, pos }) =>
      problem("yaml-malformed", `This is not YAML: ${message}.`, file, lineCounter.linePos(pos[0]).line, yamlFix),
    );
    return { value: null, problems };
  }
  const plain = toPlain(document);
  if (plain instanceof Error)
    return {
      value: null,
      problems: [problem("yaml-malformed", `This is not YAML: ${plain.message}.`, file, 1, yamlFix)],
    };
  const read = schema.safeParse(plain);
  if (read.success) return { value: read.data, problems: [] };
  const problems = read.error.issues.map((issue) => {
    const keys = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
    const path = [...issue.path, ...keys].filter((key) => typeof key !== "symbol");
    const name = path.join(".") || "the file";
    const isLanguage = path.at(-1) === "language";
    const line = lineCounter.linePos(offsetOf(document, path)).line;
    return problem(isLanguage ? "language-unknown" : code, `${name}: ${issue.message}.`, file, line, formFix);
  });
  return { value: null, problems };
}

const yamlFix = "Mend the line; a value that holds a colon or begins with a sign needs quotation marks.";
const formFix = "Mend the entry as docs/content-format.md describes it.";

function toPlain(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    // Thrown for aliases that multiply without end.
    return cause instanceof Error ? cause : new Error(String(cause));
  }
}

/** Offset of the node at a path, or of its nearest parent that exists. */
function offsetOf(document: Document, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length--) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    if (isMap(parent)) {
      const pair = parent.items.find(({ key }) => String(key) === String(path[length - 1]));
      if (pair && isNode(pair.key)) return pair.key.range?.[0] ?? 0;
    }
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node)) return node.range?.[0] ?? 0;
  }
  return 0;
}

function problem(code: ProblemCode, what: string, file: string, line: number, fix: string): Problem {
  return { code, severity: "error", what: what.replace(/\.\.$/, "."), where: { file, line }, fix };
}
