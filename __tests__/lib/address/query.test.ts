import fc from "fast-check";
import { readQuery } from "@/lib/address/query";

it.each([
  [{ at: "a" }, "a"],
  [{ at: ["a", "b"] }, "b"],
  [{ at: [] }, null],
  [{ at: undefined }, null],
  [{}, null],
])("reads of what Next hands to a page, %j, the last value", (query, expected) =>
  expect(readQuery(query, "at")).toBe(expected),
);

it("finds nothing that the query does not have itself", () => {
  expect(readQuery({}, "constructor")).toBeNull();
});

it("reads the same of both forms of a query", () =>
  fc.assert(
    fc.property(fc.webQueryParameters(), (text) => {
      const query = new URLSearchParams(text);
      const record = Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)]));
      for (const name of query.keys()) expect(readQuery(record, name)).toBe(readQuery(query, name));
    }),
  ));
