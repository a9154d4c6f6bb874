import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import iconv from "iconv-lite";
import { temporaryContent } from "@/__tests__/lib/work/temporary-works";

const { root, write } = temporaryContent();
const program = path.join(__dirname, "../../cli/duidu.mjs");
jest.setTimeout(60_000);

type Ended = { readonly code: number; readonly out: string; readonly err: string };

function align(...args: readonly string[]): Promise<Ended> {
  const env = { ...process.env, DUIDU_DEBUG: "" };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [program, "align", ...args], { cwd: root, env }, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

const chinese = [
  "老王每天早上六点起床。",
  "他先去河边走一圈，看看有没有鱼。",
  "昨天他钓到了三条鲫鱼，送给了邻居。",
  "“今天的水真冷！”他对妻子说。",
  "妻子笑了笑，没有回答。",
  "她正在厨房里煮粥。",
];
const english = [
  "Old Wang gets up at six every morning.",
  "First he takes a walk along the river.",
  "He wants to see whether there are any fish.",
  "Yesterday he caught three carp and gave them to the neighbours.",
  '"The water is really cold today!" he said to his wife.',
  "His wife smiled and did not answer; she was cooking porridge in the kitchen.",
];
const beads = "[0]:[0]\n[1]:[1,2]\n[2]:[3]\n[3]:[4]\n[4,5]:[5]\n";

beforeAll(() => {
  write("texts", {
    "zh.txt": `${chinese.join("\n")}\n`,
    "en.txt": `${english.join("\n")}\n`,
    "windows.txt": english.join("\r\n"),
    "zh.paragraphs.txt": `${chinese.slice(0, 3).join("")}\n\n${chinese.slice(3).join("")}\n`,
    "en.paragraphs.txt": `${english.slice(0, 4).join(" ")}\n\n${english.slice(4).join(" ")}\n`,
    "empty.txt": "",
  });
});

const text = (name: string) => path.join("texts", name);

it("prints beads by number, a line each", async () =>
  expect(await align(text("zh.txt"), text("en.txt"), "--segments", "line", "--format", "beads")).toEqual({
    code: 0,
    out: beads,
    err: "",
  }));

it("takes the sides as they come, and line ends of any kind", async () => {
  const { out } = await align(text("windows.txt"), text("zh.txt"), "--segments", "line", "--format", "beads");
  expect(out).toBe(beads.replace(/(.*):(.*)/g, "$2:$1"));
});

it("says what spoke for each bead", async () => {
  const { out } = await align(text("zh.txt"), text("en.txt"), "--segments", "line", "--format", "beads", "--explain");
  const [first = "", second = ""] = out.split("\n");
  expect(first).toMatch(/^\[0\]:\[0\]\t0?\.?\d+\tshape −\d.*; words \+\d.*matched: .*早上 morning/);
  expect(second).toMatch(/^\[1\]:\[1,2\]\t.*河边 river|鱼 fish/);
});

it("prints passages as a table, and everything as JSON", async () => {
  const files = [text("zh.paragraphs.txt"), text("en.paragraphs.txt")];
  const { out } = await align(...files);
  expect(
    out.split("\n").map((row) =>
      row
        .split("\t")
        .slice(0, 2)
        .map((cell) => cell.slice(0, 6)),
    ),
  ).toEqual([["老王每天早上", "Old Wa"], ["“今天的水真", '"The w'], [""]]);
  const json = JSON.parse((await align(...files, "--segments", "sentence", "--format", "json")).out) as {
    languages: string[];
    source: string[];
    beads: { source: number[]; translation: number[]; confidence: number }[];
  };
  expect(json.languages).toEqual(["zh-Hans", "en"]);
  expect(json.source[3]).toBe("“今天的水真冷！”");
  expect(json.beads.flatMap(({ source }) => source)).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

it("leaves everything alone beside an empty text", async () => {
  const { code, out } = await align(text("empty.txt"), text("en.txt"), "--segments", "line", "--format", "beads");
  expect([code, out.split("\n")[5]]).toEqual([0, "[]:[5]"]);
});

it.each([
  ["one file", [text("zh.txt")], "name two files"],
  [
    "a format that there is not",
    [text("zh.txt"), text("en.txt"), "--format", "xml"],
    "--format is one of beads, json, tsv",
  ],
  ["a file that is not there", [text("zh.txt"), text("absent.txt")], "absent.txt cannot be read"],
  ["two texts in one language", [text("zh.txt"), text("zh.txt")], "Both texts are in one language (Chinese)"],
])("refuses %s", async (_, args, says) => {
  const { code, out, err } = await align(...args);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain(says);
  expect(err).not.toMatch(/\n\s+at /);
});

it("writes nothing", () =>
  expect(readFileSync(path.join(root, "texts/zh.txt"), "utf8")).toBe(`${chinese.join("\n")}\n`));

it("reads an older encoding, and says that it guessed", async () => {
  writeFileSync(path.join(root, "texts/gbk.txt"), iconv.encode(`${chinese.join("\n")}\n`, "gb18030"));
  const { out, err } = await align(text("gbk.txt"), text("en.txt"), "--segments", "line", "--format", "beads");
  expect(out).toBe(beads);
  expect(err).toContain("GB18030");
});
