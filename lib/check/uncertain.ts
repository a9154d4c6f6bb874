import { type Check, pairsOf } from "./context";
import { found } from "./found";

/** Below this a link between two paragraphs is a guess. */
const leastConfidence = 0.5;

/** Passages that were put together by a program which was not sure of it. */
export const checkConfidence: Check = (context) =>
  pairsOf(context).flatMap(({ id, translation }) => {
    const confidence = context.confidence.get(id);
    if (confidence === undefined || confidence >= leastConfidence) return [];
    const what = `The two sides of ${id} were put together by their likeness, with a confidence of ${Math.round(confidence * 100)} %.`;
    const fix = "Compare the two; move the marks if they do not belong together.";
    return [found("bead-uncertain", id, translation, { what, fix })];
  });
