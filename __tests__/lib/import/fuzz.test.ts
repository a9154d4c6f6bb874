import { isError } from "@/lib/problem/problem";
import { ImportRefused } from "@/lib/import/imported-text";
import { readPair } from "@/lib/import/read-pair";
import { readText } from "@/lib/import/read-text";
import { parseRendering } from "@/lib/passage/parse-rendering";
import { mutate, random, samples } from "../../../bench/trials/import-samples";

it.each(["txt", "markdown", "html", "docx", "epub", "tmx", "tsv", "csv", "interleaved"])(
  "reads or refuses a hundred damaged files of %s, and nothing else",
  async (kind) => {
    const sample = (await samples()).find((each) => each.kind === kind);
    if (!sample) throw new Error(kind);
    const next = random(7);
    let [read, refused] = [0, 0];
    for (let index = 0; index < 100; index++) {
      const bytes = mutate(sample.bytes, kind, next);
      const isPair = /^(?:tmx|tsv|csv|interleaved)$/.test(kind);
      try {
        const text = isPair ? (await readPair(bytes, sample.file)).source : await readText(bytes, sample.file);
        expect(parseRendering(text.markdown, sample.file).problems.filter(isError)).toEqual([]);
        read++;
      } catch (error) {
        if (!(error instanceof ImportRefused)) throw error;
        expect(error.message).not.toMatch(/\n|\bat .*:\d+:\d+/);
        refused++;
      }
    }
    expect(read + refused).toBe(100);
    expect(Math.min(read, refused)).toBeGreaterThan(0);
  },
  60_000,
);
