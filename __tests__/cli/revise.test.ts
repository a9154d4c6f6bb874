import { execFile, execFileSync } from "node:child_process";
import { readFileSync, unlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { mendWork } from "@/lib/revise/mend-work";
import { filesOf, soundWork, temporaryContent } from "@/__tests__/lib/work/temporary-works";

const { root, write } = temporaryContent();
const program = path.join(__dirname, "../../cli/duidu.mjs");

// Each run starts a Node of its own, which a busy machine may keep waiting.
jest.setTimeout(120_000);

const source = [
  "## 渡口",
  "船夫姓何，左手的小指少了一截，是年轻时被缆绳绞掉的。",
  "他从不说起这件事，问的人多了，便只说河里有鱼吃过它。",
  "后来修了桥，渡船停在滩上，木板缝里长出草来。",
];
const translation = [
  "## The ferry",
  "The boatman is called He; a rope took half of his finger when he was young.",
  "He never speaks of it, and says that a fish ate it.",
  "Then the bridge was built, and grass grows in the boat.",
];
const ids = ["aaaaa", "bbbbb", "ccccc", "ddddd"];
const marked = (text: readonly string[]) => `${text.map((words, at) => `${words} ^${ids[at]}`).join("\n\n")}\n`;
const bare = (...text: string[]) => `${text.join("\n\n")}\n`;
let sites = 0;

type Ended = { readonly code: number; readonly out: string; readonly err: string };

/** A site with one work that passed through `mint`; `inGit` commits it. */
async function site(inGit = false) {
  const name = `site-${++sites}`;
  const folder = write(`${name}/content/ferry`, {
    "work.yaml": `# The ferry, as printed.\n${soundWork["work.yaml"]}`,
    "zh-Hans.md": marked(source),
    "en.md": marked(translation),
  });
  const home = path.join(root, name);
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.org", ...args], { cwd: home });
  const duidu = (...args: string[]): Promise<Ended> =>
    new Promise((resolve) => {
      const env = { ...process.env, DUIDU_CONTENT: "", DUIDU_DEBUG: "" };
      const child = execFile(process.execPath, [program, ...args], { cwd: home, env }, (_, out, err) =>
        resolve({ code: child.exitCode ?? -1, out, err }),
      );
    });
  await mendWork(folder, "content/ferry", "ferry", { today: "2025-05-01" });
  if (inGit) {
    git("init", "-q");
    git("add", "-A");
    git("commit", "-qm", "first");
  }
  const file = (named: string, text: string) => {
    writeFileSync(path.join(home, named), text);
    return named;
  };
  const read = (named: string) => readFileSync(path.join(folder, named), "utf8");
  const ledger = () => JSON.parse(read("ledger.json")).passages;
  return { home, folder, duidu, file, read, ledger, git };
}

describe("revise", () => {
  it("carries the ids to a new version without marks, and flags the translations it leaves behind", async () => {
    const { duidu, file, read, ledger } = await site();
    const edited = source.map((text) => text.replace("年轻时", "二十岁那年"));
    const { code, out } = await duidu("revise", "ferry", "--zh", file("new.md", bare(...edited)));
    expect([code, out]).toEqual([0, "3 passages unchanged, 1 edited\nferry: wrote zh-Hans.md, ledger.json\n"]);
    expect(read("zh-Hans.md")).toBe(marked(edited));
    expect(read("en.md")).toBe(marked(translation));
    expect(ledger().bbbbb.sourceThen).toBe(source[1]);
    const checked = await duidu("check");
    expect(checked.out).toContain("content/ferry/en.md:3  warning  translation-stale\n  The source of bbbbb changed");
    expect(checked.out).toContain("“年轻时” became “二十岁那年”");
    expect(await duidu("confirm", "ferry", "bbbbb")).toMatchObject({
      code: 0,
      out: "ferry: 1 translation confirmed\n",
    });
    expect(ledger().bbbbb.sourceThen).toBeUndefined();
    // It still says a number that the translation has not; that is another matter.
    const { out: rest } = await duidu("check");
    expect(rest).toMatch(/: 0 errors, 1 warning\n$/);
    expect(rest).not.toContain("translation-stale");
  });

  it("changes no byte where nothing changed: with marks, without, as plain text", async () => {
    const { duidu, file, folder } = await site();
    const before = filesOf(folder);
    const plain = bare(...source.map((text) => text.replace("## ", "")));
    for (const [name, text] of [
      ["a.md", marked(source)],
      ["b.md", bare(...source)],
      ["c.txt", plain],
    ] as const) {
      const { code, out } = await duidu("revise", "ferry", "--source", file(name, text));
      expect([code, out]).toEqual([0, "4 passages unchanged\nferry: nothing to change\n"]);
      expect(filesOf(folder)).toEqual(before);
    }
  });

  it("retires what went with its last words, and says where links now lead", async () => {
    const { duidu, file, ledger } = await site();
    const { out } = await duidu(
      "revise",
      "ferry",
      "--zh",
      file("zh.md", bare(source[0] ?? "", (source[1] ?? "") + source[2])),
      "--en",
      file("en.md", bare(translation[0] ?? "", `${translation[1]} ${translation[2]}`)),
    );
    expect(out).toContain("1 merged, 1 gone");
    const date = new Date().toISOString().slice(0, 10);
    expect(ledger().ccccc.retired).toEqual({
      as: "merged",
      into: ["bbbbb"],
      date,
      said: { source: source[2], translation: translation[2] },
    });
    expect(ledger().ddddd.retired).toMatchObject({ as: "removed", near: "bbbbb", said: { source: source[3] } });
    expect((await duidu("check")).code).toBe(0);
  });

  it("writes nothing for --dry-run, nor for --strict where something is uncertain; --json says the same", async () => {
    const { duidu, file, folder } = await site();
    const rewritten = file(
      "new.md",
      bare(source[0] ?? "", "全然不同的另外一句话，讲的是山里的人和他们的牛羊。", source[2] ?? "", source[3] ?? ""),
    );
    const both = [
      "--zh",
      rewritten,
      "--en",
      file(
        "new.en.md",
        bare(
          translation[0] ?? "",
          "Something else: mountain folk, their cattle, their sheep.",
          translation[2] ?? "",
          translation[3] ?? "",
        ),
      ),
    ];
    const before = filesOf(folder);
    const dry = await duidu("revise", "ferry", ...both, "--dry-run");
    expect(dry.out).toContain("would write zh-Hans.md, en.md, ledger.json; nothing was changed");
    expect(dry.out).toMatch(/ {2}rewritten {2}bbbbb {2}zh-Hans\.md:3 {2}uncertain \(\d+ %\)\n {4}was {3}船夫姓何/);
    expect(await duidu("revise", "ferry", ...both, "--strict")).toMatchObject({ code: 1 });
    const json = await duidu("revise", "ferry", ...both, "--dry-run", "--json");
    expect(JSON.parse(json.out)).toMatchObject({ work: "ferry", changed: [], unchanged: 3 });
    expect(filesOf(folder)).toEqual(before);
  });

  it.each([
    ["a mark of no passage", (text: string) => text.replace("ccccc", "zzzzz"), "new.md:5  error  id-unpublished"],
    ["a mark twice", (text: string) => text.replace("ccccc", "bbbbb"), "new.md:5  error  id-repeated"],
    ["no text", () => "\n", "new.md:1  error  file-empty"],
  ])("refuses %s, with the line, and changes nothing", async (_, change, says) => {
    const { duidu, file, folder } = await site();
    const before = filesOf(folder);
    const { code, err } = await duidu("revise", "ferry", "--zh", file("new.md", change(marked(source))));
    expect(err).toContain(says);
    expect(err).toMatch(/ferry: nothing was changed\n$/);
    expect(code).toBe(1);
    expect(filesOf(folder)).toEqual(before);
  });

  it.each([
    ["no file", [], "name a new version"],
    ["two files for a side", ["--zh", "a", "--source", "b"], "two files are named for the source"],
    ["questions without a terminal", ["--zh", "a", "--interactive"], "this is no terminal"],
    ["a file that is not there", ["--zh", "absent.md"], "absent.md cannot be read: there is no such file"],
  ])("ends with 2 for %s", async (_, args, says) => {
    const { duidu } = await site();
    const { code, err } = await duidu("revise", "ferry", ...args);
    expect([code, err]).toEqual([2, expect.stringContaining(says)]);
  });
});

describe("files edited by hand", () => {
  it("get lost marks back by the last commit, wherever their blocks went", async () => {
    const { duidu, read, folder } = await site(true);
    const [title, first, second, third] = source;
    writeFileSync(
      path.join(folder, "zh-Hans.md"),
      `${title} ^aaaaa\n\n${third}\n\n${first?.replace("一截", "半截")}\n\n${second} ^ccccc\n`,
    );
    writeFileSync(path.join(folder, "en.md"), marked(translation).replace(/ \^(bbbbb|ddddd)/g, ""));
    expect((await duidu("mint")).code).toBe(0);
    expect(read("zh-Hans.md")).toBe(
      `${title} ^aaaaa\n\n${third} ^ddddd\n\n${first?.replace("一截", "半截")} ^bbbbb\n\n${second} ^ccccc\n`,
    );
    expect(read("en.md")).toBe(marked(translation));
  });

  it("get them back by the ledger's fingerprints where there is no Git", async () => {
    const { duidu, read, folder } = await site();
    writeFileSync(path.join(folder, "zh-Hans.md"), marked(source).replace(" ^ccccc", ""));
    writeFileSync(path.join(folder, "en.md"), marked(translation).replace(" ^ccccc", ""));
    expect((await duidu("mint")).code).toBe(0);
    expect([read("zh-Hans.md"), read("en.md")]).toEqual([marked(source), marked(translation)]);
  });

  it("have repeated marks mended by check --fix, which retires what is nowhere", async () => {
    const { duidu, read, folder, ledger } = await site();
    writeFileSync(
      path.join(folder, "zh-Hans.md"),
      bare(`${source[0]} ^aaaaa`, `${source[1]} ^bbbbb`, `新的一段。 ^bbbbb`),
    );
    writeFileSync(path.join(folder, "en.md"), bare(`${translation[0]} ^aaaaa`, `${translation[1]} ^bbbbb`));
    expect((await duidu("check")).code).toBe(1);
    expect((await duidu("check", "--fix")).code).toBe(0);
    expect(read("zh-Hans.md")).toMatch(/^## 渡口 \^aaaaa\n\n船夫.* \^bbbbb\n\n新的一段。 \^(?!bbbbb)\w{5}\n$/);
    expect(ledger().ccccc.retired.as).toBe("removed");
  });
});

it("says so where the history is there and cannot be read", async () => {
  const { duidu, home, git } = await site(true);
  git("rm", "-q", "--cached", "content/ferry/ledger.json");
  const [blob] = String(git("ls-tree", "-r", "HEAD", "--", "content/ferry/ledger.json"))
    .split(/\s+/)
    .slice(2);
  unlinkSync(path.join(home, ".git/objects", blob?.slice(0, 2) ?? "", blob?.slice(2) ?? ""));
  expect((await duidu("check")).out).toMatch(
    /checked against the ledgers alone, since the Git history cannot be read: /,
  );
});

describe("rename", () => {
  it("moves the folder, and notes the old name beside comments and all", async () => {
    const { duidu, home, git } = await site(true);
    const before = filesOf(path.join(home, "content/ferry"))["work.yaml"];
    expect(await duidu("rename", "ferry", "the-ferry")).toMatchObject({ code: 0 });
    expect(filesOf(path.join(home, "content/the-ferry"))["work.yaml"]).toBe(`${before}formerly: [ferry]\n`);
    git("add", "-A");
    git("commit", "-qm", "second");
    expect(await duidu("check")).toMatchObject({ code: 0 });
    await duidu("rename", "the-ferry", "boat");
    await duidu("rename", "boat", "ferry");
    expect(filesOf(path.join(home, "content/ferry"))["work.yaml"]).toBe(`${before}formerly: [the-ferry, boat]\n`);
  });

  it.each(["1984", "null", "1e3"])("notes a name that YAML would take for something else: %s", async (name) => {
    const { duidu, home } = await site();
    await duidu("rename", "ferry", name);
    expect(await duidu("rename", name, "boat")).toMatchObject({ code: 0 });
    expect(filesOf(path.join(home, "content/boat"))["work.yaml"]).toContain(`formerly: [ferry, "${name}"]\n`);
    expect(await duidu("check")).toMatchObject({ code: 0 });
  });

  it("changes nothing where the old name cannot be noted", async () => {
    const { duidu, home, folder } = await site();
    writeFileSync(path.join(folder, "work.yaml"), `${readFileSync(path.join(folder, "work.yaml"), "utf8")}...\n`);
    const before = filesOf(folder);
    const { code, err } = await duidu("rename", "ferry", "boat");
    expect([code, err]).toEqual([2, expect.stringContaining("add `formerly: [ferry]` yourself")]);
    expect(filesOf(path.join(home, "content/ferry"))).toEqual(before);
  });

  it("is missed by the check when it was done by hand", async () => {
    const { duidu, home, git } = await site(true);
    git("mv", "content/ferry", "content/boat");
    const { code, out } = await duidu("check");
    expect(out).toContain("content/boat/work.yaml:1  error  work-forgotten\n");
    expect(code).toBe(1);
    writeFileSync(path.join(home, "content/withdrawn.txt"), "ferry\n");
    expect((await duidu("check")).code).toBe(0);
  });
});

it("proves by the history that the ledger has lost nothing", async () => {
  const { duidu, folder, ledger } = await site(true);
  const passages = ledger();
  delete passages.ddddd;
  writeFileSync(path.join(folder, "ledger.json"), JSON.stringify({ version: 1, passages }));
  for (const name of ["zh-Hans.md", "en.md"])
    writeFileSync(
      path.join(folder, name),
      readFileSync(path.join(folder, name), "utf8").replace(/\n\n[^\n]* \^ddddd/, ""),
    );
  const { code, out } = await duidu("check");
  expect(out).toMatch(/content\/ferry\/ledger\.json:1 {2}error {2}id-forgotten\n {2}The id ddddd was published/);
  expect(code).toBe(1);
});
