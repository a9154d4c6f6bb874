/**
 * Styles of citation for the one kind of thing that is cited here, a text on a web site, in the Citation Style Language
 * 1.0.2. APA comes with the library.
 */

const head = (title: string, id: string) => `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US">
<info><title>${title}</title><id>${id}</id><updated>2026-11-25T00:00:00+00:00</updated></info>`;

const citation = `<citation><layout><text variable="title"/></layout></citation>`;

/**
 * Bibliography entry after the Chicago Manual of Style, 18th edition, 14.104 (web pages): author, title in quotation
 * marks, editor and translator, name and owner of the site, date, address.
 */
export const chicago = `${head("Chicago, web pages", "duidu-chicago")}
${citation}
<bibliography><layout suffix=".">
<group delimiter=" ">
  <names variable="author" suffix="."><name and="text" delimiter-precedes-last="always"/></names>
  <text variable="title" quotes="true" suffix="."/>
  <names variable="editor translator" delimiter=". " suffix="."><label form="verb" text-case="capitalize-first" suffix=" "/><name and="text"/></names>
  <group delimiter=", ">
    <text variable="container-title"/>
    <text variable="publisher"/>
    <date variable="issued" form="text"/>
  </group>
</group>
<text variable="URL" prefix=". "/>
</layout></bibliography>
</style>`;

/**
 * Reference after GB/T 7714—2015, 8.8 (electronic resources), in the order of first citation: names, title and
 * `[EB/OL]` (electronic bulletin, online), other names, date of publication and of citation, address.
 * @param translated - what stands after translators' names, in the language of the rendering
 */
export const gb7714 = (translated: string) => `${head("GB/T 7714, electronic resources", "duidu-gb7714")}
${citation}
<bibliography><layout suffix=".">
<group delimiter=". ">
  <names variable="author"><name delimiter=", " et-al-min="4" et-al-use-first="3"/></names>
  <text variable="title" suffix="[EB/OL]"/>
  <names variable="translator" suffix=", ${translated}"><name delimiter=", "/></names>
  <text variable="publisher"/>
  <group>
    <date variable="issued" prefix="(" suffix=")"><date-part name="year"/><date-part name="month" form="numeric-leading-zeros" prefix="-"/><date-part name="day" form="numeric-leading-zeros" prefix="-"/></date>
    <date variable="accessed" prefix="[" suffix="]"><date-part name="year"/><date-part name="month" form="numeric-leading-zeros" prefix="-"/><date-part name="day" form="numeric-leading-zeros" prefix="-"/></date>
  </group>
  <text variable="URL"/>
</group>
</layout></bibliography>
</style>`;
