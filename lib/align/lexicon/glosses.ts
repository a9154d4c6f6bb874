import { englishStems } from "./english-words";

/** Words of a gloss that say how it is used, and not what the word means. */
const grammar = new Set(
  "to the of sth sb etc esp one's oneself or and for with by as in on at from into be a an".split(" "),
);

/** What is no translation but a reference or a remark. */
const reference =
  /^(?:\w+ )?(?:variant of|see |see also|abbr\. for|abbr\. of|also written|same as|used in|CL:|Taiwan pr\.|also pr\.|classifier for|plural marker|old variant|japanese variant|erhua variant|radical in)/i;

/**
 * The English words of a dictionary sense, each with the share of the meaning that it carries: 1 over the words of its
 * gloss. `to look after; to tend` gives look ½, after ½, tend 1.
 */
export function glossWords(sense: string): Map<string, number> {
  const words = new Map<string, number>();
  const bare = sense.replace(/\([^()]*\)|（[^（）]*）/g, " ").replace(/\[[^\]]*\]/g, " ");
  for (const gloss of bare.split(/[;,]/)) {
    const text = gloss.trim().replace(/^surname /, "");
    if (text === "" || reference.test(text)) continue;
    const all = (text.match(/[A-Za-z]+(?:'[a-z]+)?/g) ?? []).map((word) => word.toLowerCase());
    const telling = all.filter((word) => !grammar.has(word));
    const kept = (telling.length > 0 ? telling : all).flatMap(englishStems);
    for (const word of kept) words.set(word, Math.max(words.get(word) ?? 0, 1 / kept.length));
  }
  return words;
}
