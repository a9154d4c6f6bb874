import { compareFacts, type FactDifference } from "@/lib/check/facts/compare-facts";
import { type Bead, readBeads } from "./beads";

const [folder, ...flags] = process.argv.slice(2);
if (!folder) {
  console.error("Usage: npx tsx bench/check/facts.ts DIR [--show] [--missed]");
  process.exit(2);
}

/** Facts in digits, out of names and addresses. */
const digitFact = /(?<![\w.:/@#^-])\d{1,3}(?:,\d{3})+|(?<![\w.:/@#^-])\d+(?:\.\d+)?(?![\w/@-]|\.\w)/g;
/** Chinese numerals of at least two characters, with a unit. */
const spelledFact = /[二三四五六七八九](?=[十百千][一二三四五六七八九])/g;

/** Another digit in the same place: three more, and never a zero in front. */
const otherDigit = (digit: string) => String(((Number(digit) + 2) % 9) + 1);
const chineseDigits = "一二三四五六七八九";

const key = ({ side, written, kind }: FactDifference) => `${side} ${kind} ${written}`;

/** Whether a planted fault brings a report that the sound passage did not bring. */
function isNoticed(sound: Bead, faulty: Bead): boolean {
  const known = new Set(compareFacts(sound.chinese, sound.english).map(key));
  return compareFacts(faulty.chinese, faulty.english).some((difference) => !known.has(key(difference)));
}

function plant(text: string, pattern: RegExp, swap: (found: string) => string): string[] {
  return [...text.matchAll(pattern)].map(
    (found) => text.slice(0, found.index) + swap(found[0]) + text.slice(found.index + found[0].length),
  );
}

/** Changes the first digit, or the last one where `end` says so. */
const changed = (number: string, end: boolean) =>
  end ? number.replace(/\d(?=\D*$)/, otherDigit) : number.replace(/\d/, otherDigit);

const total = { beads: 0, alarmed: 0, planted: 0, noticed: 0, spelled: 0, spelledNoticed: 0 };
console.log(
  "work                    passages  with alarms  per 200   digits planted  noticed   words planted  noticed",
);
for (const [name, beads] of readBeads(folder)) {
  const sum = { beads: beads.length, alarmed: 0, planted: 0, noticed: 0, spelled: 0, spelledNoticed: 0 };
  for (const bead of beads) {
    const differences = compareFacts(bead.chinese, bead.english);
    if (differences.length > 0) sum.alarmed++;
    if (flags.includes("--show") && differences.length > 0) show(bead, differences);
    for (const [index, faulty] of [
      ...plant(bead.chinese, digitFact, (number) => changed(number, false)).map((chinese) => ({ ...bead, chinese })),
      ...plant(bead.english, digitFact, (number) => changed(number, true)).map((english) => ({ ...bead, english })),
    ].entries()) {
      sum.planted++;
      if (isNoticed(bead, faulty)) sum.noticed++;
      else if (flags.includes("--missed"))
        console.log(`missed ${bead.where} #${index}\n  ${faulty.chinese}\n  ${faulty.english}`);
    }
    for (const chinese of plant(
      bead.chinese,
      spelledFact,
      (digit) => chineseDigits[(chineseDigits.indexOf(digit) + 3) % 9] ?? digit,
    )) {
      sum.spelled++;
      if (isNoticed(bead, { ...bead, chinese })) sum.spelledNoticed++;
    }
  }
  print(name, sum);
  for (const field of Object.keys(total) as (keyof typeof total)[]) total[field] += sum[field];
}
print("all", total);

function print(name: string, sum: typeof total) {
  const share = (part: number, whole: number) => (whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} %`);
  const rate = sum.beads === 0 ? "-" : ((200 * sum.alarmed) / sum.beads).toFixed(2);
  console.log(
    `${name.padEnd(24)}${String(sum.beads).padStart(8)}${String(sum.alarmed).padStart(13)}${rate.padStart(9)}` +
      `${String(sum.planted).padStart(17)}${share(sum.noticed, sum.planted).padStart(9)}` +
      `${String(sum.spelled).padStart(16)}${share(sum.spelledNoticed, sum.spelled).padStart(9)}`,
  );
}

function show(bead: Bead, differences: readonly FactDifference[]) {
  console.log(`\n${bead.where}`);
  for (const { kind, side, written, likely, start } of differences) {
    const text = side === "chinese" ? bead.chinese : bead.english;
    console.log(
      `  ${kind} only in ${side}: ${written}${likely === undefined ? "" : ` (likely ${likely})`}   … ${text.slice(Math.max(0, start - 30), start + 40)}`,
    );
  }
  console.log(`  ${bead.chinese.slice(0, 400)}\n  ${bead.english.slice(0, 700)}`);
}
