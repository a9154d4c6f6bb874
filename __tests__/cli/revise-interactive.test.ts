import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { mendWork } from "@/lib/revise/mend-work";
import { filesOf, soundWork, temporaryContent } from "@/__tests__/lib/work/temporary-works";

const { root, write } = temporaryContent();
const program = path.join(__dirname, "../../cli/duidu.mjs");

jest.setTimeout(120_000);

const marked =
  "山里的人养羊，冬天把羊赶到河边的草场上。 ^aaaaa\n\n船夫姓何，左手的小指少了一截，是年轻时被缆绳绞掉的。 ^bbbbb\n";
const english = "Mountain folk keep sheep. ^aaaaa\n\nThe boatman is called He; a rope took his finger. ^bbbbb\n";
const rewritten = "山里的人养羊，冬天把羊赶到河边的草场上。\n\n全然不同的另外一句话，讲的是城里人和他们的牛羊。\n";
const rewrittenEnglish = "Mountain folk keep sheep.\n\nSomething else: townspeople, their cattle, their sheep.\n";
let works = 0;

/** Runs the program in a real terminal (`script` of Debian's bsdutils) and types an answer whenever it asks. */
async function revise(answers: readonly string[]) {
  const name = `ferry-${++works}`;
  const folder = write(`content/${name}`, {
    ...soundWork,
    "glossary.yaml": null,
    "ledger.json": null,
    "zh-Hans.md": marked,
    "en.md": english,
  });
  await mendWork(folder, name, name, { today: "2025-05-01" });
  const before = filesOf(folder);
  const [zh, en] = [path.join(root, `${name}.zh.md`), path.join(root, `${name}.en.md`)];
  writeFileSync(zh, rewritten);
  writeFileSync(en, rewrittenEnglish);
  const line = [process.execPath, program, "revise", name, "--zh", zh, "--en", en, "--interactive"];
  const env = { ...process.env, DUIDU_CONTENT: path.join(root, "content"), DUIDU_DEBUG: "" };
  const terminal = spawn("script", ["-qec", line.map((word) => `'${word}'`).join(" "), "/dev/null"], { env });
  const left = [...answers];
  let shown = "";
  let asked = 0;
  terminal.stdout.on("data", (chunk: Buffer) => {
    shown += chunk.toString();
    const questions = shown.split("[y/n]").length - 1;
    for (; asked < questions; asked++) terminal.stdin.write(left.shift() ?? "\u0004");
  });
  const code = await new Promise((resolve) => terminal.on("close", resolve));
  return { code, shown, asked, before, after: filesOf(folder) };
}

const text = (files: ReturnType<typeof filesOf>, name: string) => Buffer.from(files[name] ?? "", "latin1").toString();

it("keeps the id where a person says that it is the same passage", async () => {
  const { code, shown, asked, after } = await revise(["what?\n", "y\n", "y\n"]);
  expect(shown).toContain("Is it the same passage?");
  expect(code).toBe(0);
  // What is neither yes nor no is asked again.
  expect(asked).toBeGreaterThanOrEqual(2);
  expect(text(after, "zh-Hans.md")).toMatch(/牛羊。 \^bbbbb\n$/);
});

it("gives a new id, and retires the old, where a person says that it is another", async () => {
  const { code, after } = await revise(["n\n", "n\n"]);
  expect(code).toBe(0);
  expect(text(after, "zh-Hans.md")).toMatch(/牛羊。 \^(?!bbbbb)[a-z0-9]{5}\n$/);
  expect(JSON.parse(text(after, "ledger.json")).passages.bbbbb.retired.as).toBe("removed");
});

it("changes nothing where a person walks away", async () => {
  const { code, shown, before, after } = await revise([]);
  expect(shown).toContain("nothing was changed");
  expect(code).not.toBe(0);
  expect(after).toEqual(before);
});
