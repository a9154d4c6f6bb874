import fc from "fast-check";
import { parsePassageRange } from "@/lib/address/passage-range";
import { permalinkPath, withView, workPath } from "@/lib/address/permalink";
import { firstSides, parseView, views } from "@/lib/address/view";

const passage = parsePassageRange("k7m2q")!;
const range = parsePassageRange("k7m2q..p3x8d")!;

it.each([
  [workPath("en", "openai-microsoft-rift"), "/en/openai-microsoft-rift"],
  [workPath("zh", "红楼?#/"), "/zh/%E7%BA%A2%E6%A5%BC%3F%23%2F"],
  [permalinkPath("en", "story", passage), "/en/story/k7m2q"],
  [permalinkPath("zh", "story", range), "/zh/story/k7m2q..p3x8d"],
  [withView("/en/story", {}), "/en/story"],
  [withView("/en/story", { view: null, first: null }), "/en/story"],
  [withView("/en/story", { view: "stacked" }), "/en/story?view=stacked"],
  [withView("/en/story#k7m2q", { view: "both", first: "translation" }), "/en/story?view=both&first=translation#k7m2q"],
  [withView("/en/story?q=a&view=both", { view: "source" }), "/en/story?q=a&view=source"],
])("writes %s", (path, expected) => expect(path).toBe(expected));

it("writes a view that parseView reads back", () =>
  fc.assert(
    fc.property(
      fc.option(fc.constantFrom(...views)),
      fc.option(fc.constantFrom(...firstSides)),
      fc.constantFrom("", "?q=1", "#k7m2q", "?q=%23#k7m2q"),
      (view, first, rest) => {
        const url = new URL(withView(`/en/story${rest}`, { view, first }), "https://example.com");
        expect(parseView(url.searchParams)).toEqual({ view, first });
        expect(url.hash).toBe(rest.includes("#k") ? "#k7m2q" : "");
      },
    ),
  ));
