import { XMLParser, XMLValidator } from "fast-xml-parser";
import fc from "fast-check";
import { oembedOf, oembedXml, readOembedQuery } from "@/components/embed/oembed";
import { frameSize } from "@/components/embed/frame-size";
import { loadLibrary } from "@/lib/work/library";
import type { Passage, Work } from "@/lib/work/work";

const read = (query: string) => readOembedQuery(new URLSearchParams(query));

describe("the query of oEmbed", () => {
  it.each([
    ["", 400],
    ["url=", 400],
    [`url=${"a".repeat(3000)}`, 400],
    ["url=x&maxwidth=wide", 400],
    ["url=x&maxwidth=-1", 400],
    ["url=x&format=yaml", 501],
  ])("%.40s is answered with %d", (query, status) => expect(read(query)).toBe(status));
  it("is read with what it leaves out, and with what is not meant for us", () => {
    expect(read("url=https://a.example/en/b&maxwidth=300&utm=1")).toEqual({
      url: "https://a.example/en/b",
      format: "json",
      maxwidth: 300,
    });
    expect(read("url=x&format=xml")).toMatchObject({ format: "xml" });
  });
});

describe("an answer", () => {
  let work: Work;
  let passages: readonly [Passage, ...Passage[]];
  const asked = { origin: "https://read.example", locale: "en", siteName: "Duidu", title: "A “&” <B>", isWork: false };
  beforeAll(async () => {
    work = (await loadLibrary("content", ["guide"])).works[0]!;
    passages = [work.passages[3]!, work.passages[4]!];
  });

  it("has what the specification asks of a rich one", () => {
    const answer = oembedOf(work, passages, asked, {});
    expect(answer).toMatchObject({ version: "1.0", type: "rich", title: asked.title, thumbnail_width: 1200 });
    expect(answer.html).toContain(`src="https://read.example/embed/en/guide/${passages[0].id}..${passages[1]?.id}"`);
    expect(answer.html).toContain('title="A “&amp;” &lt;B>"');
    expect(answer.html).toMatch(/ sandbox="[^"]*"/);
    expect(answer.html).not.toContain("allow-scripts");
  });
  it("keeps to the limits, with its thumbnail too", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 3000 }), (maxwidth, maxheight) => {
        const answer = oembedOf(work, passages, asked, { maxwidth, maxheight });
        expect(answer.width).toBeLessThanOrEqual(maxwidth);
        expect(answer.height).toBeLessThanOrEqual(maxheight);
        expect(answer.thumbnail_width ?? 0).toBeLessThanOrEqual(maxwidth);
        expect(answer.thumbnail_height ?? 0).toBeLessThanOrEqual(maxheight);
      }),
    );
  });
  it("asks for more height where a frame is narrow, and where there is more to read", () => {
    const height = (maxWidth: number, ...some: Passage[]) => frameSize(work, some, { maxWidth }).height;
    expect(height(300, passages[0])).toBeGreaterThan(height(640, passages[0]));
    expect(height(640, ...passages)).toBeGreaterThan(height(640, passages[0]));
  });
  it("is the same as XML, whatever a title holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (title) => {
        const xml = oembedXml({ version: "1.0", title });
        expect(XMLValidator.validate(xml)).toBe(true);
      }),
    );
    const parsed = new XMLParser({ parseTagValue: false }).parse(oembedXml(oembedOf(work, passages, asked, {}))) as {
      oembed: Record<string, string>;
    };
    expect(parsed.oembed).toMatchObject({ type: "rich", title: asked.title });
  });
});
