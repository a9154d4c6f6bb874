import { execFile } from "node:child_process";
import path from "node:path";
import { filesOf, soundWork, temporaryContent } from "@/__tests__/lib/work/temporary-works";

const { root, write } = temporaryContent();
const program = path.join(__dirname, "../../cli/duidu.mjs");
const translation = String(soundWork["en.md"]);
const noGit = "No Git history here: ids are checked against the ledgers alone.\n";
const content = (name: string) => path.join(root, name, "content");

// Each run starts a Node of its own, which a busy machine may keep waiting.
jest.setTimeout(60_000);

type Ended = { readonly code: number; readonly out: string; readonly err: string };

/** Runs the real program in `folder`, with DUIDU_CONTENT where one is given. */
function duidu(
  args: readonly string[],
  { folder = root, contentAt }: { folder?: string; contentAt?: string } = {},
): Promise<Ended> {
  const env = { ...process.env, DUIDU_CONTENT: contentAt ?? "", DUIDU_DEBUG: "" };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [program, ...args], { cwd: folder, env }, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

beforeAll(() => {
  write("sound/content/one", soundWork);
  write("sound/content/two", { ...soundWork, "en.md": translation.replace("high", "<b>high</b>") });
  write("damaged/content/sound", soundWork);
  write("damaged/content/work", { ...soundWork, "en.md": translation.replace("ccccc", "bbbbb") });
  write("empty/content", {});
});

describe("check", () => {
  it("prints each problem with its place and its mend, sums up and fails on errors", async () => {
    const { code, out, err } = await duidu(["check"], { folder: path.join(root, "damaged") });
    expect(out).toBe(
      [
        "content/work/en.md:5  error  id-repeated",
        "  The id bbbbb already marks line 3 of this file.",
        "  Fix: Keep one of the two marks; write ^new in place of the other and run `npx duidu mint`.",
        "",
        noGit.trim(),
        "2 works, 3 passages: 1 error, 0 warnings; not served: work",
        "",
      ].join("\n"),
    );
    expect([code, err]).toEqual([1, ""]);
  });

  it("does not fail on warnings", async () => {
    const { code, out } = await duidu(["check"], { contentAt: content("sound") });
    expect(out).toContain("sound/content/two/en.md:3  warning  html-as-text\n");
    expect(out).toMatch(/\n2 works, 6 passages: 0 errors, 1 warning\n$/);
    expect(code).toBe(0);
  });

  it.each([
    ["by its name", ["check", "sound"]],
    ["by its folder, as a shell completes it", ["check", "content/sound/"]],
  ])("reads a single work %s", async (_, args) =>
    expect(await duidu(args, { folder: path.join(root, "damaged") })).toEqual({
      code: 0,
      out: `${noGit}1 work, 3 passages: 0 errors, 0 warnings\n`,
      err: "",
    }),
  );

  it("reads the folder that --content names before that of the environment", async () =>
    expect(await duidu(["check", "--content", "sound/content", "one"], { contentAt: content("damaged") })).toEqual({
      code: 0,
      out: `${noGit}1 work, 3 passages: 0 errors, 0 warnings\n`,
      err: "",
    }));

  it("knows a work by the name that it had, and says the new one", async () => {
    const renamed = { ...soundWork, "work.yaml": `${soundWork["work.yaml"]}formerly: [old-name]\n` };
    write("renamed/content/new-name", renamed);
    expect(await duidu(["check", "old-name"], { contentAt: content("renamed") })).toEqual({
      code: 2,
      out: "",
      err: expect.stringContaining('the work "old-name" has another name now: new-name') as string,
    });
  });

  it("is content with no works", async () =>
    expect(await duidu(["check"], { contentAt: content("empty") })).toEqual({
      code: 0,
      out: `${noGit}0 works, 0 passages: 0 errors, 0 warnings\n`,
      err: "",
    }));

  it("changes nothing", async () => {
    const before = filesOf(content("damaged"));
    await duidu(["check"], { contentAt: content("damaged") });
    expect(filesOf(content("damaged"))).toEqual(before);
  });
});

describe("mint", () => {
  it("gives ids, says how many, leaves a work that passes the check, and has nothing to do again", async () => {
    const texts = { "zh-Hans.md": "山高。\r\n\r\n水长。\r\n", "en.md": "High.\n\nLong.", "ledger.json": null };
    const folder = write("unmarked/content/work", { ...soundWork, ...texts });
    const at = { contentAt: content("unmarked") };
    expect(await duidu(["mint"], at)).toEqual({
      code: 0,
      out: "work: 2 new ids, 2 entered into the ledger\n",
      err: "",
    });
    const after = filesOf(folder);
    expect(Buffer.from(after["zh-Hans.md"] ?? "", "latin1").toString()).toMatch(
      /^山高。 \^\w{5}\r\n\r\n水长。 \^\w{5}\r\n$/,
    );
    expect(after["en.md"]).toMatch(/^High\. \^\w{5}\n\nLong\. \^\w{5}$/);
    expect(after["ledger.json"]).toMatch(/"minted": "\d{4}-\d\d-\d\d"/);
    expect(await duidu(["check"], at)).toEqual({
      code: 0,
      out: `${noGit}1 work, 2 passages: 0 errors, 0 warnings\n`,
      err: "",
    });
    expect(await duidu(["mint"], at)).toEqual({
      code: 0,
      out: "work: 0 new ids, 0 entered into the ledger\n",
      err: "",
    });
    expect(filesOf(folder)).toEqual(after);
  });

  it("leaves a work with errors as it is, says so, and serves the next", async () => {
    const broken = write("mixed/content/a-broken", { ...soundWork, "en.md": "One.\n", "zh-Hans.md": "一。\n\n二。\n" });
    write("mixed/content/b-new", {
      ...soundWork,
      "en.md": `${translation}\nNew. ^new\n`,
      "zh-Hans.md": `${soundWork["zh-Hans.md"]}\n新。 ^new\n`,
    });
    const before = filesOf(broken);
    const { code, out } = await duidu(["mint"], { folder: path.join(root, "mixed") });
    expect(out).toMatch(/^content\/a-broken\/zh-Hans\.md:3 {2}error {2}mark-missing\n/);
    expect(out).toMatch(/\na-broken: nothing was changed\nb-new: 1 new id, 1 entered into the ledger\n$/);
    expect(code).toBe(1);
    expect(filesOf(broken)).toEqual(before);
  });
});

describe("called wrongly", () => {
  it.each([
    ["names no command", ["publish"], 'There is no command "publish".\n\nUsage: duidu <command>'],
    ["an unknown option", ["check", "--fast"], "duidu check: Unknown option '--fast'"],
    [
      "a folder that is not there",
      ["check", "--content", "absent"],
      `duidu check: there is no folder ${path.join(root, "absent")}`,
    ],
    [
      "a work that is not there",
      ["mint", "three"],
      `duidu mint: there is no work "three" in ${content("sound")}; there are: one, two`,
    ],
  ])("says what was wrong with %s, and ends with 2", async (_, args, says) => {
    const { code, out, err } = await duidu(args, { contentAt: content("sound") });
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(says);
    expect(err).not.toMatch(/\n\s+at /);
  });
});

describe("help", () => {
  it.each([
    ["nothing", [], "Usage: duidu <command>"],
    ["--help", ["--help"], "Exit codes: 0 well, 1 errors in the texts, 2 called wrongly or failed."],
    ["a command with --help", ["mint", "--help"], "Usage: duidu mint [--content DIR] [work…]"],
  ])("answers %s", async (_, args, says) => {
    const { code, out, err } = await duidu(args);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain(says);
  });
});
