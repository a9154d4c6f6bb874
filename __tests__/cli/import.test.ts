import { execFile, spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { HtmlValidate } from "html-validate";
import { beadsOf, loadBeads } from "@/lib/work/beads";
import { loadWork } from "@/lib/work/load-work";
import { type Files, filesOf, soundWork, temporaryContent } from "@/__tests__/lib/work/temporary-works";

const { write } = temporaryContent();
const program = path.join(__dirname, "../../cli/duidu.mjs");

// Each run starts two Nodes of its own, which a busy machine may keep waiting.
jest.setTimeout(120_000);

const zh = `雨后的集市

清晨下过一场雨，石板路还是湿的。卖菜的老人把竹筐摆成一排，用布盖着，等太阳出来。

第一个客人是邮差。他买了三根黄瓜，没有还价，只问今年的藕什么时候上市。

老人说，再过十天。她说这话时看着河面，好像河水会替她作证。

中午以前，集市就散了。
`;
const en = `The Market After Rain

It had rained at dawn, and the flagstones were still wet. The old woman who sold vegetables set her bamboo baskets in a row, covered them with cloth, and waited for the sun.

The first customer was the postman. He bought three cucumbers without haggling, and asked only when this year's lotus root would come in.

In ten days, she said. She looked at the river as she said it, as if the water would bear her out. Before noon the market was over.
`;
const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

type Ended = { readonly code: number; readonly out: string; readonly err: string };

let folders = 0;
/** A folder with files, and a content folder in it. */
function folderWith(files: Files, works: Files = {}): string {
  const name = `folder-${++folders}`;
  write(`${name}/content`, works);
  return write(name, files);
}

function duidu(folder: string, args: readonly string[]): Promise<Ended> {
  const env = { ...process.env, DUIDU_CONTENT: "", DUIDU_DEBUG: "", SITE_URL: "https://read.example.org" };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [program, ...args], { cwd: folder, env }, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

const contentOf = (folder: string) => path.join(folder, "content");
const existing: Files = Object.fromEntries(Object.entries(soundWork).map(([name, bytes]) => [`one/${name}`, bytes]));

describe("two texts", () => {
  it("become a work that passes the check, and the report says what was done", async () => {
    const folder = folderWith({ "zh.txt": zh, "en.txt": en });
    const { code, out, err } = await duidu(folder, ["import", "zh.txt", "en.txt", "--date", "2025-04-30"]);
    expect([code, err]).toEqual([0, ""]);
    expect(readdirSync(contentOf(folder))).toEqual(["the-market-after-rain"]);
    const work = path.join(contentOf(folder), "the-market-after-rain");
    expect(readdirSync(work).sort()).toEqual(["beads.json", "en.md", "ledger.json", "work.yaml", "zh-Hans.md"]);
    expect(out).toContain(
      "the-market-after-rain: 4 passages\n  zh.txt  zh-Hans, txt, UTF-8: 5 blocks, now zh-Hans.md\n",
    );
    expect(out).toContain("  3 one to one, 1 of other shapes, 0 in zh-Hans alone, 0 in en alone\n");
    expect(out).toMatch(
      /\nLeast sure:\n {2}\w{5} +\d+ % {2}zh-Hans\.md:7 {2}en\.md:7\n {4}zh-Hans {2}老人说，再过十天。/,
    );
    expect(out).toContain("\n  https://read.example.org/en/the-market-after-rain\n");
    const checked = await duidu(folder, ["check"]);
    expect(checked).toMatchObject({ code: 0, err: "" });
    expect(checked.out).toContain("1 work, 4 passages: 0 errors, 0 warnings");
    expect(await duidu(folder, ["mint"])).toMatchObject({
      out: "the-market-after-rain: 0 new ids, 0 entered into the ledger\n",
    });
    const { work: loaded } = await loadWork(work, "content/the-market-after-rain");
    const beads = await loadBeads(work);
    for (const { id, source, translation } of loaded?.passages ?? [])
      expect(beadsOf(beads, id, { source: source?.text ?? "", translation: translation?.text ?? "" })).not.toBeNull();
    expect(loaded?.metadata.source).toMatchObject({ language: "zh-Hans", title: "雨后的集市" });
  });

  it("may come in either order: the first is the source", async () => {
    const folder = folderWith({ "a.md": `# The Market After Rain\n\n${en}`, "b.md": zh });
    const { code } = await duidu(folder, ["import", "a.md", "b.md", "--slug", "market"]);
    expect(code).toBe(0);
    const { work } = await loadWork(path.join(contentOf(folder), "market"), "content/market");
    expect(work?.metadata).toMatchObject({ source: { language: "en" }, translation: { language: "zh-Hans" } });
  });

  it("bring their pictures, and two of one name do not meet", async () => {
    const other = Buffer.concat([picture, Buffer.from([0])]);
    const folder = folderWith({
      "a/zh.md": `${zh}\n![集市](images/market.png)\n`,
      "a/images/market.png": picture,
      "b/en.md": `${en}\n![The market](images/market.png)\n`,
      "b/images/market.png": other,
      "secret.png": picture,
    });
    const { code } = await duidu(folder, ["import", "a/zh.md", "b/en.md", "--slug", "market"]);
    expect(code).toBe(0);
    const files = filesOf(path.join(contentOf(folder), "market"));
    expect(files["images/market.png"]).toBe(picture.toString("latin1"));
    expect(files["images/market-2.png"]).toBe(other.toString("latin1"));
    expect(files["en.md"]).toContain("](images/market-2.png)");
  });

  it("bring no picture from elsewhere", async () => {
    const folder = folderWith({
      "a/zh.md": `${zh}\n![一](../secret.png)\n\n![二](images/link.png)\n`,
      "en.txt": en,
      "secret.png": picture,
    });
    mkdirSync(path.join(folder, "a/images"));
    symlinkSync(path.join(folder, "secret.png"), path.join(folder, "a/images/link.png"));
    expect((await duidu(folder, ["import", "a/zh.md", "en.txt", "--slug", "market"])).code).toBe(0);
    expect(Object.keys(filesOf(contentOf(folder))).filter((name) => name.endsWith(".png"))).toEqual([]);
  });

  it("are described as the command line says", async () => {
    const folder = folderWith({ "zh.txt": zh, "en.txt": en });
    const { code } = await duidu(folder, [
      ...[
        "import",
        "zh.txt",
        "en.txt",
        "--slug",
        "market",
        "--title",
        "集市: 一",
        "--translation-title",
        "Market: one",
      ],
      ...["--rights", "版权所有。", "--translation-rights", "CC BY 4.0.", "--date", "2020-02-29"],
    ]);
    expect(code).toBe(0);
    const { work } = await loadWork(path.join(contentOf(folder), "market"), "content/market");
    expect(work?.metadata).toMatchObject({
      source: { title: "集市: 一", rights: "版权所有。" },
      translation: { title: "Market: one", rights: "CC BY 4.0." },
      date: "2020-02-29",
    });
  });
});

describe("one file", () => {
  it("with two columns becomes a work as it is aligned", async () => {
    const rows = "清晨下过一场雨。\tIt had rained at dawn.\n集市散了。\tThe market was over.\n";
    const folder = folderWith({ "market.tsv": rows });
    const { code, out } = await duidu(folder, ["import", "market.tsv"]);
    expect(code).toBe(0);
    expect(out).toContain("market: 2 passages\n");
    expect(out).toContain("  aligned by the file itself\n");
  });

  it("with one text becomes a work that waits for its translation, and a translation then finds its passages", async () => {
    const folder = folderWith({
      "zh.txt": zh,
      "en.txt": en,
    });
    const alone = await duidu(folder, ["import", "zh.txt", "--slug", "market"]);
    expect(alone).toMatchObject({ code: 0, err: "" });
    expect(alone.out).toContain("not translated yet: write the translation into content/market/en.md");
    const checked = await duidu(folder, ["check"]);
    expect(checked.code).toBe(0);
    expect(checked.out).toContain("content/market/en.md:1  warning  file-empty\n");
    expect(await duidu(folder, ["check", "--fix"])).toMatchObject({ code: 0 });
    const before = readFileSync(path.join(folder, "content/market/zh-Hans.md"), "utf8");
    expect(await duidu(folder, ["import", "en.txt", "--slug", "market", "--revise"])).toMatchObject({
      code: 0,
      err: "",
    });
    expect(readFileSync(path.join(folder, "content/market/zh-Hans.md"), "utf8")).toBe(before);
    const { work } = await loadWork(path.join(folder, "content/market"), "content/market");
    const shapes = work?.passages.map(({ source, translation }) => [
      source?.text.slice(0, 2),
      translation?.text.slice(0, 6),
    ]);
    expect(shapes).toEqual([
      ["雨后", "The Ma"],
      ["清晨", "It had"],
      ["第一", "The fi"],
      ["老人", "In ten"],
      ["中午", undefined],
    ]);
  });
});

describe("--revise", () => {
  it("brings new versions of the texts, and every id stays", async () => {
    const folder = folderWith({
      "zh.txt": zh,
      "en.txt": en,
      "new.txt": en.replace("three cucumbers", "four cucumbers"),
    });
    await duidu(folder, ["import", "zh.txt", "en.txt", "--slug", "market"]);
    const before = filesOf(contentOf(folder))["market/en.md"] ?? "";
    const dry = await duidu(folder, ["import", "new.txt", "--slug", "market", "--revise", "--dry-run"]);
    expect(dry).toMatchObject({ code: 0 });
    expect(filesOf(contentOf(folder))["market/en.md"]).toBe(before);
    expect(await duidu(folder, ["import", "new.txt", "--slug", "market", "--revise"])).toMatchObject({
      code: 0,
      err: "",
    });
    expect(filesOf(contentOf(folder))["market/en.md"]).toBe(before.replace("three cucumbers", "four cucumbers"));
  });
});

describe("the reports", () => {
  it("are a page that is sound HTML, escaped, without script, and leads to each passage", async () => {
    const folder = folderWith({ "zh.txt": zh, "en.txt": en.replace("three", "<script>alert(1)</script> three") });
    const { code } = await duidu(folder, ["import", "zh.txt", "en.txt", "--report", "report.html"]);
    expect(code).toBe(0);
    const page = readFileSync(path.join(folder, "report.html"), "utf8");
    expect(page).not.toMatch(/<script|\son\w+=/i);
    // A newer report may take its place.
    const again = ["import", "zh.txt", "en.txt", "--slug", "again", "--report", "report.html"];
    expect((await duidu(folder, again)).code).toBe(0);
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt; three");
    expect(page).toMatch(/<a href="https:\/\/read\.example\.org\/en\/the-market-after-rain\/\w{5}">/);
    expect(page).toContain('<p lang="zh-Hans">清晨');
    const report = await new HtmlValidate({
      extends: ["html-validate:recommended", "html-validate:document", "html-validate:a11y"],
      rules: { "long-title": "off" },
    }).validateString(page);
    expect(
      report.results.flatMap(({ messages }) =>
        messages.map(({ message, ruleId, line }) => `${line} ${ruleId} ${message}`),
      ),
    ).toEqual([]);
  });

  it("are JSON for programs", async () => {
    const folder = folderWith({ "zh.txt": zh, "en.txt": en });
    const { code, out, err } = await duidu(folder, ["import", "zh.txt", "en.txt", "--json"]);
    expect([code, err]).toEqual([0, ""]);
    expect(JSON.parse(out)).toMatchObject({
      work: "the-market-after-rain",
      written: true,
      alignment: "found",
      source: { read: "zh.txt", format: "txt", encoding: "UTF-8", language: "zh-Hans", file: "zh-Hans.md", blocks: 5 },
      counts: { passages: 4, oneToOne: 3, other: 1, sourceAlone: 0, translationAlone: 0 },
      passages: [
        { source: { blocks: 1, line: 1 } },
        {},
        {},
        { source: { blocks: 2, line: 7 }, translation: { line: 7 } },
      ],
    });
  });

  it("are all that --dry-run makes", async () => {
    const folder = folderWith({ "zh.txt": zh, "en.txt": en });
    const { code, out } = await duidu(folder, ["import", "zh.txt", "en.txt", "--dry-run"]);
    expect(code).toBe(0);
    expect(out).toContain("nothing was changed");
    expect(readdirSync(contentOf(folder))).toEqual([]);
  });
});

describe("refused", () => {
  const files: Files = {
    "zh.txt": zh,
    "en.txt": en,
    "zh2.md": zh,
    "empty.txt": "",
    "numbers.txt": "1\n\n2\n\n3\n",
    "deep.md": `${">".repeat(5000)} 深\n`,
    "zip.docx": "PK\u0003\u0004 this is no package",
    "fr.txt": "Le marché était fini avant midi, et la vieille dame est rentrée chez elle avec les paniers vides.\n",
  };
  it.each([
    [
      "a slug that a work has",
      ["zh.txt", "en.txt", "--slug", "one"],
      "npx duidu import zh.txt en.txt --slug one --revise",
    ],
    ["a slug that a work had", ["zh.txt", "en.txt", "--slug", "was"], "The work one was called was once"],
    ["two texts in one language", ["zh.txt", "zh2.md", "--slug", "a"], "This text is in zh-Hans, and so is zh.txt"],
    [
      "a file that is not there",
      ["zh.txt", "absent.txt", "--slug", "a"],
      "absent.txt  refused\n  There is no such file.",
    ],
    ["a folder", ["zh.txt", "content", "--slug", "a"], "content  refused\n  This is a folder."],
    ["an empty file", ["zh.txt", "empty.txt", "--slug", "a"], "empty.txt  refused"],
    ["a text in no language", ["numbers.txt", "en.txt", "--slug", "a"], "numbers.txt  refused\n  What language"],
    ["what nests too deep", ["deep.md", "en.txt", "--slug", "a"], "deep.md"],
    ["a damaged package", ["zip.docx", "en.txt", "--slug", "a"], "zip.docx"],
    ["a device", ["/dev/zero", "en.txt", "--slug", "a"], "/dev/zero  refused\n  This is no plain file."],
    [
      "a report over a text",
      ["zh.txt", "en.txt", "--slug", "a", "--dry-run", "--report", "zh2.md"],
      "zh2.md is there already",
    ],
    ["a report over a work", ["zh.txt", "en.txt", "--slug", "a", "--report", "content/one/en.md"], "is there already"],
    ["a report in no folder", ["zh.txt", "en.txt", "--slug", "a", "--report", "none/r.html"], "there is no folder"],
    ["a title for a work that has one", ["zh.txt", "--slug", "one", "--revise", "--title", "新"], "leave out --title"],
    ["no file", [], "name a text and its translation"],
    ["three files", ["zh.txt", "en.txt", "zh2.md"], "name a text and its translation"],
    ["one file twice", ["zh.txt", "./zh.txt"], "name two files"],
    ["a slug that is none", ["zh.txt", "en.txt", "--slug", "My Essay"], "cannot be an address"],
    ["a day that is none", ["zh.txt", "en.txt", "--date", "2025-02-30"], "a day is written"],
    ["a format that is none", ["zh.txt", "en.txt", "--format", "pdf"], "these are read"],
    ["a language that is none", ["zh.txt", "en.txt", "--slug", "a", "--from", "tlh"], "these languages are known"],
    ["--revise of no work", ["zh.txt", "--slug", "absent", "--revise"], 'there is no work "absent"'],
    [
      "--revise in another language",
      ["fr.txt", "--slug", "one", "--revise"],
      "This text is in fr, and the work is in zh-Hans and en.",
    ],
    [
      "what takes too long",
      ["zh.txt", "en.txt", "--slug", "a", "--deadline", "0.0001"],
      "takes more than 0.0001 seconds",
    ],
  ])("is %s, and every byte stays", async (_, args, says) => {
    const work = { ...existing, "one/work.yaml": `${soundWork["work.yaml"]}formerly: [was]\n` };
    const folder = folderWith(files, work);
    const before = filesOf(folder);
    const { code, out, err } = await duidu(folder, ["import", ...args]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(says);
    expect(err).not.toMatch(/\n\s+at /);
    expect(filesOf(folder)).toEqual(before);
    expect(readdirSync(contentOf(folder))).toEqual(["one"]);
  });

  it("is said in JSON to programs", async () => {
    const folder = folderWith(files);
    const { code, out } = await duidu(folder, ["import", "zh.txt", "zh2.md", "--json"]);
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ refused: { file: "zh2.md", line: null } });
  });

  it("is a file that takes more memory than is allowed", async () => {
    const folder = folderWith({ "zh.txt": zh.repeat(20_000) });
    const { code, err } = await duidu(folder, ["import", "zh.txt", "--slug", "a", "--memory", "170"]);
    expect(code).toBe(2);
    expect(err).toContain("takes more memory than is allowed (170 MiB)");
    expect(readdirSync(contentOf(folder))).toEqual([]);
  });
});

describe("killed at any time", () => {
  it("leaves no work, or a whole one, and nothing that the next import does not sweep away", async () => {
    const folder = folderWith({ "zh.txt": zh, "en.txt": en });
    for (const afterMs of [400, 900, 1200, 1500, 1800]) {
      const child = spawn(process.execPath, [program, "import", "zh.txt", "en.txt", "--slug", `work-${afterMs}`], {
        cwd: folder,
        stdio: "ignore",
      });
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      child.kill("SIGKILL");
    }
    const { code } = await duidu(folder, ["import", "zh.txt", "en.txt", "--slug", "last"]);
    expect(code).toBe(0);
    const slugs = readdirSync(contentOf(folder));
    expect(slugs.filter((name) => name.startsWith("."))).toEqual([]);
    for (const slug of slugs) {
      const { work, problems } = await loadWork(path.join(contentOf(folder), slug), slug);
      expect(problems).toEqual([]);
      expect(work?.passages).toHaveLength(4);
    }
  });
});
