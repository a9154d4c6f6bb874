import { readByline } from "@/lib/cite/byline";

const none = { authors: [], translators: [], editors: [] };

it.each<[string, string[], Partial<ReturnType<typeof readByline>>]>([
  ["a compiler as the author", ["编译 | 金碧辉"], { authors: ["金碧辉"] }],
  ["an editor", ["编辑 | 程茜"], { editors: ["程茜"] }],
  [
    "English credits",
    ["Compiled by Jin Bihui", "Edited by Cheng Qian"],
    { authors: ["Jin Bihui"], editors: ["Cheng Qian"] },
  ],
  ["a translator", ["译者：甲", "Translated by A. Nonym"], { translators: ["甲", "A. Nonym"] }],
  ["several names", ["作者：甲、乙", "By A and B & C"], { authors: ["甲", "乙", "A", "B", "C"] }],
  ["a name with a comma-less surname whole", ["By Anderson Andrews"], { authors: ["Anderson Andrews"] }],
  ["a line that names no part as an author", ["The Duidu contributors"], { authors: ["The Duidu contributors"] }],
  ["nothing in a part that is not cited", ["图 | 丙", "Photograph: D"], {}],
  ["houses that are joined by a stroke", ["Reuters/Ipsos"], { authors: ["Reuters/Ipsos"] }],
  ["nothing in a picture's stroke", ["图/丙", "Photo/AP"], {}],
  ["the translation's author", ["Translation by A B"], { translators: ["A B"] }],
  ["two parts in one line", ["译｜甲 校｜乙"], { translators: ["甲"], editors: ["乙"] }],
  ["nothing in nothing", [], {}],
])("reads %s", (_, byline, credits) => {
  expect(readByline(byline)).toEqual({ ...none, ...credits });
});
