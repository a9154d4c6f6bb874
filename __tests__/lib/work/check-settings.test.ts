import { siteCheckSettings, workCheckSettings } from "@/lib/work/check-settings";
import { readYaml } from "@/lib/work/read-yaml";

const read = (text: string) => readYaml(text, "work.yaml", workCheckSettings, "work-malformed");

it("reads severities and acceptances", () =>
  expect(
    read(
      'severity: { width-wrong: off }\naccepted:\n  - { passage: k7m2q, code: number-differs, about: 7.2, reason: " So. " }\n',
    ),
  ).toEqual({
    value: {
      severity: { "width-wrong": "off" },
      accepted: [{ passage: "k7m2q", code: "number-differs", about: "7.2", reason: "So." }],
    },
    problems: [],
  }));

it.each([
  [
    "a missing reason",
    "accepted:\n  - { passage: k7m2q, code: number-differs }\n",
    2,
    "accepted.0.reason: say why in one sentence",
  ],
  ["an empty reason", 'accepted:\n  - passage: k7m2q\n    code: number-differs\n    reason: " "\n', 4, "say why"],
  ["an unknown code", "severity:\n  typo: off\n", 2, 'severity.typo: there is no code "typo"'],
  [
    "a code that withholds the work",
    "severity:\n  width-wrong: off\n  id-repeated: off\n",
    3,
    "keeps a work from being served",
  ],
  [
    "an acceptance of such a code",
    "accepted:\n  - { passage: k7m2q, code: mark-missing, reason: So. }\n",
    2,
    "accepted.0.code: mark-missing keeps",
  ],
  [
    "a passage that is no id",
    "accepted:\n  - { passage: K7, code: number-differs, reason: So. }\n",
    2,
    "not the id of a passage",
  ],
  ["an unknown severity", "severity:\n  width-wrong: loud\n", 2, "severity.width-wrong"],
  ["an unknown key", "severities: {}\n", 1, "severities"],
])("refuses %s, on its line", (_, text, line, says) => {
  const { value, problems } = read(text);
  expect(value).toBeNull();
  expect(problems[0]).toMatchObject({ code: "work-malformed", severity: "error", where: { line }, what: expect.stringContaining(says) as string }); // prettier-ignore
});

it("knows no acceptances for the whole site: they belong to a passage of a work", () =>
  expect(readYaml("accepted: []\n", "check.yaml", siteCheckSettings, "work-malformed").problems).toHaveLength(1));
