import fc from "fast-check";
import { firstSides, parseView, views } from "@/lib/address/view";

it.each([
  ["view=both&first=translation", { view: "both", first: "translation" }],
  ["view=stacked", { view: "stacked", first: null }],
  ["first=source", { view: null, first: "source" }],
  ["view=Source", { view: "source", first: null }],
  ["view=both&view=stacked", { view: "both", first: null }],
  ["view=sideways&first=source", { view: null, first: "source" }],
  ["view=&first=both", { view: null, first: null }],
  ["utm_source=x", { view: null, first: null }],
  ["", { view: null, first: null }],
])("reads %j", (query, expected) => expect(parseView(new URLSearchParams(query))).toEqual(expected));

it("reads what Next hands to a page", () => {
  expect(parseView({ view: ["stacked", "both"], first: "source" })).toEqual({ view: "stacked", first: "source" });
  expect(parseView({ view: undefined, first: [] })).toEqual({ view: null, first: null });
});

it("never throws, and answers with known words only", () =>
  fc.assert(
    fc.property(fc.webQueryParameters(), (query) => {
      const { view, first } = parseView(new URLSearchParams(query));
      expect([null, ...views]).toContain(view);
      expect([null, ...firstSides]).toContain(first);
    }),
  ));
