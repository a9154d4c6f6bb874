import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type Carrier, enter, land, revise } from "./carrier";
import { follow, type History, readHistories } from "./histories";
import { operations, seeded, textOf, touch, trace } from "./operations";
import { openDesk } from "./program";
import { rivals } from "./rivals";
import { add, header, noScore, row } from "./score";

const [folder, ...flags] = process.argv.slice(2);
if (!folder) {
  console.error("Usage: npx tsx bench/permanence/run.ts DIR [--engine] [--seeds N]");
  process.exit(2);
}
/** Without the program: the engine alone, which is faster. */
const isEngineAlone = flags.includes("--engine");
const seeds = Number(flags[flags.indexOf("--seeds") + 1] ?? 20) || 20;

for (const history of readHistories(folder)) {
  const { name, language, revisions } = history;
  console.log(`\n${name}, ${language}: ${revisions.length} revisions\n${header}`);
  for (const rival of rivals) console.log(row(rival.name, scoreRival(history, rival.find)));
  console.log(row("ids, every revision", everyRevision(history), 99.5));
  console.log(row("ids, one jump", oneJump(history), 97));
  simulate(history);
}
for (const kind of ["5 % edited", "no anchor"]) measure(kind);

function scoreRival(history: History, find: (typeof rivals)[number]["find"]) {
  const score = noScore();
  const last = history.revisions.length - 1;
  for (const [from, text] of history.revisions.slice(0, last).entries())
    for (const paragraph of text.keys()) {
      const found = find(text, paragraph, history.revisions[last] ?? []);
      add(score, follow(history, from, paragraph, last), new Set(found === null ? [] : [found]), true);
    }
  return score;
}

/** The work is revised with each revision in turn; every paragraph's link of each is followed at the end. */
function everyRevision(history: History) {
  const [first = [], ...rest] = history.revisions;
  const states: Carrier[] = [];
  if (isEngineAlone) {
    const random = seeded(0);
    states.push(enter(first, random));
    for (const text of rest) states.push(revise(states.at(-1) ?? enter([], random), text, random));
  } else {
    const desk = openDesk(history.language, first);
    states.push(desk.state);
    for (const text of rest) states.push(desk.revise(text));
    desk.close();
  }
  const last = states.length - 1;
  const end = states[last];
  const score = noScore();
  for (const [from, { ids }] of states.slice(0, last).entries())
    for (const [paragraph, id] of ids.entries()) {
      if (!end) continue;
      const landing = land(end, id);
      add(score, follow(history, from, paragraph, last), landing.paragraphs, landing.isExact);
    }
  return score;
}

/** From each revision straight to the last one. */
function oneJump(history: History) {
  const score = noScore();
  const last = history.revisions.length - 1;
  const target = history.revisions[last] ?? [];
  for (const [from, text] of history.revisions.slice(0, last).entries()) {
    const start = enter(text, seeded(from));
    const end = revise(start, target, seeded(1000 + from));
    for (const [paragraph, id] of start.ids.entries()) {
      const landing = land(end, id);
      add(score, follow(history, from, paragraph, last), landing.paragraphs, landing.isExact);
    }
  }
  return score;
}

/** Operations whose right answers are known, on the last revision. */
function simulate({ revisions }: History): void {
  const base = revisions.at(-1) ?? [];
  const rows: [string, readonly (typeof operations)[number]["apply"][], number, number][] = [
    ...operations.map(({ name, apply, target }): (typeof rows)[number] => [name, [apply], seeds, target]),
    ["20 revisions, 2 % touched in each", Array.from({ length: 20 }, () => touch(0.02)), Math.ceil(seeds / 2), 99],
    ["20 revisions, 10 % touched in each", Array.from({ length: 20 }, () => touch(0.1)), Math.ceil(seeds / 2), 99],
  ];
  for (const [name, steps, runs, target] of rows) {
    const score = noScore();
    for (let seed = 0; seed < runs; seed++) {
      const [random, ids] = [seeded(seed), seeded(seed + 2000)];
      const start = enter(base, seeded(seed + 1000));
      let text = trace(base);
      let state = start;
      for (const apply of steps) {
        text = apply(text, random);
        state = revise(state, text.map(textOf), ids);
      }
      for (const [paragraph, id] of start.ids.entries()) {
        const places = text.flatMap((sentences, at) =>
          sentences.some(({ origin }) => origin === paragraph) ? at : [],
        );
        const landing = land(state, id);
        add(score, new Set(places), landing.paragraphs, landing.isExact);
      }
    }
    console.log(row(name, score, target));
  }
}

/** Time and memory for 10,000 passages in two languages, through the real program, in a process of its own. */
function measure(kind: string): void {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", fileURLToPath(new URL("cost.ts", import.meta.url)), kind],
    { encoding: "utf8" },
  );
  console.log(`\n10,000 passages, ${kind}: ${stdout.trim() || stderr}`);
}
