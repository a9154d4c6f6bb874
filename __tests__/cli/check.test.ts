import { readFileSync } from "node:fs";
import path from "node:path";
import { filesOf, soundWork, temporaryContent } from "@/__tests__/lib/work/temporary-works";
import { main } from "@/cli/main";

const { root, write } = temporaryContent();
const translation = String(soundWork["en.md"]);
const doubled = { ...soundWork, "en.md": translation.replace("The mountain", "All of the the mountain") };
const accepting = [
  "check:",
  "  accepted:",
  '    - { passage: bbbbb, code: word-doubled, about: "“the”", reason: "It is said so." }',
  "    - passage: ccccc",
  "      code: untranslated",
  "      reason: It was once.",
  "",
].join("\n");

/** Runs a command on a content folder and gives its code and what it printed. */
async function duidu(folder: string, ...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const lines: string[] = [];
  const errors: string[] = [];
  const log = jest.spyOn(console, "log").mockImplementation((line: string) => void lines.push(line));
  const error = jest.spyOn(console, "error").mockImplementation((line: string) => void errors.push(line));
  const [command = "", ...rest] = args;
  const code = await main([command, "--content", path.join(root, folder), ...rest]);
  log.mockRestore();
  error.mockRestore();
  return { code, out: lines.join("\n"), err: errors.join("\n") };
}

beforeAll(() => {
  write("doubled/work", doubled);
  write("accepted/work", { ...doubled, "work.yaml": `${String(soundWork["work.yaml"])}${accepting}` });
  write("off", { "check.yaml": "severity: { word-doubled: off }\n" });
  write("off/work", doubled);
  write("raised", { "check.yaml": "severity:\n  word-doubled: error\n" });
  write("raised/work", doubled);
  write("refused", { "check.yaml": "severity:\n  word-doubled: off\n  id-repeated: off\n" });
  write("refused/work", soundWork);
  write("glossary/work", { ...soundWork, "en.md": translation.replace("high.", "high, says Altman.").replace("long.", "long, says Altman."), "zh-Hans.md": String(soundWork["zh-Hans.md"]).replace("山高。", "阿尔特曼说山高。").replace("水长。", "阿尔特曼说水长。") }); // prettier-ignore
});

it("reads the texts against each other, and fails on warnings when asked to be strict", async () => {
  const { code, out } = await duidu("doubled", "check");
  expect(out).toMatch(/work\/en\.md:3 {2}warning {2}word-doubled\n {2}“the” stands twice/);
  expect(code).toBe(0);
  expect((await duidu("doubled", "check", "--strict")).code).toBe(1);
});

it("leaves out what was accepted, and says which acceptance accepts nothing, on its line", async () => {
  const { code, out } = await duidu("accepted", "check");
  expect(out).not.toContain("word-doubled\n");
  expect(out).toMatch(/work\/work\.yaml:13 {2}warning {2}acceptance-unused\n {2}The passage ccccc has no untranslated/);
  expect(out).toMatch(/0 errors, 1 warning, 1 accepted$/);
  expect(code).toBe(0);
});

it("takes severities from check.yaml", async () => {
  expect(await duidu("off", "check", "--strict")).toMatchObject({ code: 0 });
  expect(await duidu("raised", "check")).toMatchObject({ code: 1, out: expect.stringContaining("  error  word-doubled") as string }); // prettier-ignore
});

it("says on which line check.yaml is wrong", async () => {
  const { code, out } = await duidu("refused", "check");
  expect(out).toMatch(/check\.yaml:3 {2}error {2}work-malformed\n {2}severity\.id-repeated: id-repeated keeps a work/);
  expect(code).toBe(1);
});

it.each([["--json"], ["--format", "json"]])("prints JSON alone with %s %s", async (...args) => {
  const { code, out } = await duidu("accepted", "check", "--fix", ...args.filter((one) => one !== undefined));
  const { version, counts, problems } = JSON.parse(out);
  expect([code, version, counts]).toEqual([0, 1, { errors: 0, warnings: 1, accepted: 1 }]);
  expect(problems[1]).toMatchObject({ work: "work", passage: "bbbbb", side: "translation", accepted: true, reason: "It is said so." }); // prettier-ignore
});

it("knows no other format", async () => {
  const { code, err } = await duidu("doubled", "check", "--format", "xml");
  expect(code).toBe(2);
  expect(err).toContain('there is no format "xml"; there are: text, json, github');
});

describe("glossary", () => {
  it("lists the terms and where they stand", async () =>
    expect(await duidu("glossary", "glossary", "work")).toMatchObject({ code: 0, out: "    1  山  mountain\n1 term; --suggest proposes more" })); // prettier-ignore

  it("proposes, changes nothing until asked, then appends", async () => {
    const before = filesOf(path.join(root, "glossary"));
    expect((await duidu("glossary", "glossary", "--suggest", "work")).out).toMatch(
      /^ {4}2 {2}100 % {2}阿尔特曼 {2}Altman\n1 term; --write/,
    );
    expect(filesOf(path.join(root, "glossary"))).toEqual(before);
    expect(JSON.parse((await duidu("glossary", "glossary", "--suggest", "--json", "work")).out)).toEqual({
      version: 1,
      suggestions: [{ zh: "阿尔特曼", en: "Altman", passages: 2, score: 1, kind: "name" }],
    });
    expect((await duidu("glossary", "glossary", "--write", "work")).out).toContain(
      "1 term appended to the glossary of work",
    );
    expect(readFileSync(path.join(root, "glossary/work/glossary.yaml"), "utf8")).toBe(
      "terms:\n  - zh: 山\n    en: mountain\n  - { zh: 阿尔特曼, en: Altman }\n",
    );
    expect((await duidu("glossary", "glossary", "--suggest", "work")).out).toBe("no terms to propose");
  });
});
