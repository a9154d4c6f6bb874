import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { temporaryContent } from "@/__tests__/lib/work/temporary-works";

const { root, write } = temporaryContent();
const program = path.join(__dirname, "../../cli/duidu.mjs");

jest.setTimeout(120_000);

const texts = {
  "zh.txt": "清晨下过一场雨，石板路还是湿的。\n\n卖菜的老人把竹筐摆成一排，等太阳出来。\n",
  "en.txt": "It had rained at dawn, and the flagstones were still wet.\n\nThe old woman set her baskets in a row.\n",
};
let runs = 0;

/** Runs the program in a real terminal (`script` of Debian's bsdutils) and types an answer whenever it asks. */
async function importing(answers: readonly string[], options: readonly string[] = []) {
  const folder = write(`run-${++runs}`, texts);
  write(`run-${runs}/content`, {});
  const line = [process.execPath, program, "import", "zh.txt", "en.txt", "--slug", "market", ...options];
  const env = { ...process.env, DUIDU_CONTENT: path.join(folder, "content"), DUIDU_DEBUG: "" };
  const terminal = spawn("script", ["-qec", line.map((word) => `'${word}'`).join(" "), "/dev/null"], {
    cwd: folder,
    env,
  });
  const left = [...answers];
  let shown = "";
  let asked = 0;
  terminal.stdout.on("data", (chunk: Buffer) => {
    shown += chunk.toString();
    const questions = shown.match(/\[[^\]\n]*\]: /g)?.length ?? 0;
    for (; asked < questions; asked++) terminal.stdin.write(left.shift() ?? "\u0004");
  });
  const code = await new Promise((resolve) => terminal.on("close", resolve));
  return { code, shown, asked, content: path.join(root, `run-${runs}/content`) };
}

it("asks on a terminal for what no file says, and takes an empty answer for what it proposes", async () => {
  const { code, content } = await importing([
    "集市\n",
    "Market\n",
    "\n",
    "CC BY 4.0.\n",
    "2025-02-30\n",
    "2025-02-28\n",
  ]);
  expect(code).toBe(0);
  const yaml = readFileSync(path.join(content, "market/work.yaml"), "utf8");
  expect(yaml).toContain('title: "集市"');
  expect(yaml).toContain('title: "Market"');
  expect(yaml).toContain("权利归属未注明");
  expect(yaml).toContain('rights: "CC BY 4.0."');
  expect(yaml).toContain('date: "2025-02-28"');
});

it("makes nothing when the terminal is closed before every question is answered", async () => {
  const { code, shown, content } = await importing(["集市\n"]);
  expect(code).toBe(2);
  expect(shown).toContain("not every question was answered; nothing was changed");
  expect(readdirSync(content)).toEqual([]);
});

it("asks nothing with --yes", async () => {
  const { code, asked, content } = await importing([], ["--yes"]);
  expect([code, asked]).toEqual([0, 0]);
  expect(readdirSync(content)).toEqual(["market"]);
});
