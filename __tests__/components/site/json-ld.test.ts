import fc from "fast-check";
import { stringifyJsonLd } from "@/components/site/json-ld";
import { licenceOf } from "@/components/site/work-data";

it("writes nothing that could end a script element or open a comment in it, and means the same", () => {
  const nasty = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("</script>", "<!--", "]]>", "\u2028", "&lt;"));
  fc.assert(
    fc.property(fc.array(nasty), (parts) => {
      const name = parts.join("");
      const written = stringifyJsonLd({ "@type": "Article", name });
      expect(written).not.toMatch(/[<>&\u2028\u2029]/);
      expect(JSON.parse(written)).toEqual({ "@type": "Article", name });
    }),
  );
});

it.each([
  ["Licensed under CC BY 4.0: free to use.", "https://creativecommons.org/licenses/by/4.0/"],
  ["本文依 CC BY-NC-SA 3.0 许可发布", "https://creativecommons.org/licenses/by-nc-sa/3.0/"],
  ["CC0", "https://creativecommons.org/publicdomain/zero/1.0/"],
  ["原文版权归原发布者所有。", undefined],
  ["Public domain", undefined],
])("finds in %j the licence %s", (rights, address) => expect(licenceOf(rights)).toBe(address));
