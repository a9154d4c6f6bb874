import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

type Catalogue = { [key: string]: string | Catalogue };

const root = process.cwd();
const read = (locale: string) =>
  JSON.parse(readFileSync(join(root, "messages", `${locale}.json`), "utf8")) as Catalogue;

function flatten(catalogue: Catalogue, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(catalogue).flatMap(([key, value]) =>
      typeof value === "string" ? [[`${prefix}${key}`, value] as const] : [...flatten(value, `${prefix}${key}.`)],
    ),
  );
}

/** Names of ICU arguments and rich-text tags, sorted. */
function placeholders(message: string): string[] {
  return [...new Set([...message.matchAll(/\{(\w+)[,}]|<(\w+)>/g)].map(([, name, tag]) => name ?? `<${tag}>`))].sort();
}

const en = flatten(read("en"));
const zh = flatten(read("zh"));

describe("the two catalogues", () => {
  it("have the same keys in the same order", () => {
    expect([...zh.keys()]).toEqual([...en.keys()]);
  });
  it.each([...en.keys()])("ask for the same arguments in %s", (key) => {
    expect(placeholders(zh.get(key) ?? "")).toEqual(placeholders(en.get(key) ?? ""));
  });
  it("leave no message empty", () => {
    expect([...en, ...zh].filter(([, message]) => message.trim() === "")).toEqual([]);
  });
  it("set Chinese with full-width punctuation", () => {
    const halfWidth = [...zh].filter(([, message]) =>
      /[\p{Script=Han}][,:;?!()]|[,;?!()][\p{Script=Han}]/u.test(message),
    );
    expect(halfWidth).toEqual([]);
  });
  it("have no message that nothing uses", () => {
    const folders = ["app", "components", "server"];
    const sources = folders
      .flatMap((folder) =>
        readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((file) => join(root, folder, file)),
      )
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => readFileSync(file, "utf8"))
      .join("\n");
    const namespaces = Object.keys(read("en"));
    expect(
      namespaces.filter((namespace) => !sources.includes(`"${namespace}"`) && !sources.includes(`.${namespace} `)),
    ).toEqual([]);
    // Keys built at run time: languages, comfort choices, shortcuts, units of length, locales.
    const dynamic =
      /^(Languages|ComfortMenu\.(sizes|measures|themes)|HelpSheet|LanguageSwitch|ShareSheet\.forms|LibraryPage\.(characters|words))/;
    const unused = [...en.keys()].filter(
      (key) =>
        !dynamic.test(key) &&
        !sources.includes(`"${key.split(".").at(-1)}"`) &&
        !sources.includes(`words.${key.split(".").at(-1)}`),
    );
    expect(unused).toEqual([]);
  });
});
