import { composeQuote } from "@/lib/cite/compose-quote";

const words = [
  { text: "山,高。", markdown: "**山**,高。" },
  { text: "High\nand far.", markdown: "High\nand far." },
];
const credit = "A. Nonym, “On [brackets]”";
const link = "https://duidu.example/en/hills/k7m2q";

it.each([
  ["plain", credit, link, `山,高。\n\nHigh\nand far.\n\n— ${credit}\n${link}`],
  ["plain", null, link, `山,高。\n\nHigh\nand far.\n\n${link}`],
  ["plain", credit, null, `山,高。\n\nHigh\nand far.\n\n— ${credit}`],
  ["plain", null, null, "山,高。\n\nHigh\nand far."],
  ["markdown", credit, link, `> **山**,高。\n>\n> High\n> and far.\n>\n> — [A. Nonym, “On \\[brackets\\]”](${link})`],
  ["markdown", null, link, `> **山**,高。\n>\n> High\n> and far.\n>\n> <${link}>`],
  ["markdown", credit, null, "> **山**,高。\n>\n> High\n> and far.\n>\n> — A. Nonym, “On \\[brackets\\]”"],
  ["markdown", null, null, "> **山**,高。\n>\n> High\n> and far."],
] as const)("composes %s with credit %j and link %j", (form, by, at, composed) => {
  expect(composeQuote({ words, form, credit: by, link: at })).toBe(composed);
});
