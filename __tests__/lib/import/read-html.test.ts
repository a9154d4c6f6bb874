import { parseRendering } from "@/lib/passage/parse-rendering";
import { pixel, read, words } from "./samples";

const sentence = "The water stood high that year, and nobody had seen it so high before. ";
const paragraphs = Array.from(
  { length: 12 },
  (_, index) => `<p id="p${index}">${index} ${sentence.repeat(4)}</p>`,
).join("\n");

const savedPage = `<!doctype html><html lang="en"><head><title>The Rift - A Paper</title>
<meta property="og:site_name" content="A Paper"><meta property="og:title" content="The Rift"><meta name="author" content="Jane Roe">
<meta property="article:published_time" content="2021-05-06T10:00:00Z"><meta property="og:url" content="https://paper.example/rift">
<meta name="description" content="On a rift."><script>track()</script><style>p{}</style></head><body>
<header class="site"><a href="/">Home</a></header><nav><ul><li><a href="/a">Politics</a></li><li><a href="/b">Sport</a></li></ul></nav>
<main><article><h1>The Rift</h1>${paragraphs}<p>See <a href="/more">more</a>.<sup><a href="#fn1" id="r1">1</a></sup></p>
<h2>Notes</h2><ol><li id="fn1"><p>A note. <a href="#r1">↩</a></p></li></ol></article></main>
<aside><p>Read also: something else entirely</p></aside><footer><p>© A Paper. All rights.</p></footer></body></html>`;

it("finds the article in a saved page, and reports what it leaves out", async () => {
  const text = await read(savedPage, "rift.html");
  expect(text.metadata).toEqual({
    title: "The Rift",
    byline: ["Jane Roe"],
    publisher: "A Paper",
    date: "2021-05-06",
    language: "en",
    origin: "https://paper.example/rift",
    summary: "On a rift.",
  });
  expect(words(text)).toEqual([
    ...Array.from({ length: 12 }, (_, index) => `${index} ${sentence.repeat(4)}`.trim()),
    "See more.",
  ]);
  expect(text.markdown).toContain("See [more](https://paper.example/more).[^1]\n\n[^1]: A note.\n");
  const left = text.dropped
    .filter(({ why }) => why === "navigation")
    .map(({ what }) => what)
    .join(" ");
  for (const part of ["Home", "Politics", "Read also", "All rights"]) expect(left).toContain(part);
  expect(text.dropped.every(({ where }) => where === null || /^\d+$/.test(where))).toBe(true);
});

it("finds the article where only classes tell", async () => {
  const link = '<div class="menu-item"><a href="/x">A link to another page</a></div>';
  const page = `<html><body><div class="sidebar">${link.repeat(20)}</div><div class="post-content">${paragraphs}</div><div class="comments">${link.repeat(20)}</div><script></script></body></html>`;
  const text = await read(page, "a.html");
  expect(words(text)).toHaveLength(12);
  expect(text.dropped.filter(({ why }) => why === "navigation")).toHaveLength(40);
});

it("keeps everything of a plain document, however short", async () =>
  expect(words(await read("<h1>山</h1><h2>一</h2><p>山高。<ul><li>水</li></ul><p>完", "a.html"))).toEqual([
    "一",
    "山高。",
    "水",
    "完",
  ]));

it.each([
  ["emphasis and its spaces", "<p>a<em> b </em>c <b>d</b><b>e</b> <i></i>", "a *b* c **de**\n"],
  ["a verse", "<p>山高<br>水长<br/>云淡</p>", "山高\\\n水长\\\n云淡\n"],
  ["paragraphs between two breaks", "<div>山高<br><br>水长</div>", "山高\n\n水长\n"],
  ["readings", "<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</rt></ruby>", "{漢|かん}{字|じ}\n"],
  ["a list in a list", "<ul><li>a<ol start=3><li>b<li>c</ol><li><p>d</ul>", "- a\n\n  3. b\n  4. c\n\n- d\n"],
  ["a list beside its item", "<ul><li>a</li><ul><li>b</li></ul></ul>", "- a\n  - b\n"],
  ["a quote", "<blockquote><p>a<p>b</blockquote>", "> a\n>\n> b\n"],
  ["code", "<p><code>a`b</code><pre>x\n  *y*</pre>", "``a`b``\n\n```\nx\n  *y*\n```\n"],
  [
    "a table",
    "<table><caption>t</caption><tr><th>a<th>b<tr><td>1<br>2<td><em>c</em></table>",
    "t\n\na | b\n\n1 2 | *c*\n",
  ],
  ["a table that lays a page out", "<table><tr><td><p>a</p><p>b</p></td></tr></table>", "a\n\nb\n"],
  ["a picture that is not here", '<p>x<img src="a.png" alt="An A">', "x\n\n![An A]()\n"],
  [
    "a figure that is not here",
    '<figure><img src="a.png" alt="A"><figcaption>An <b>A</b></figcaption></figure>',
    "![An A]()\n",
  ],
  ["words beside boxes", "a<div>b</div>c<span><p>d</p></span>", "a\n\nb\n\nc\n\nd\n"],
  ["a heading with a break", "<h2>a<br>b</h2><p>c", "## a b\n\nc\n"],
  ["relative links without a base", '<p><a href="/x">a</a> <a href="#y">b</a>', "a b\n"],
  [
    "links of the three kinds",
    '<p><a href="https://a.b/?c=1&amp;d=2">a</a> <a href="mailto:a@b.c">b</a>',
    "[a](https://a.b/?c=1&d=2) [b](mailto:a@b.c)\n",
  ],
  ["quotes in words", "<p>He said <q>no</q>.", "He said “no”.\n"],
  [
    "signs of Markdown",
    "<p># a *b* [c](d) &lt;b> &amp;amp; ^k7m2q",
    "\\# a \\*b\\* \\[c\\](d) &lt;b> &amp;amp; \\^k7m2q\n",
  ],
  ["line ends within Chinese", "<p>山高\n水长\nab\ncd", "山高水长 ab cd\n"],
])("draws %s", async (_, html, markdown) => expect((await read(html, "a.html")).markdown).toBe(markdown));

it("reads an article that a script would have shown, and leaves out what is hidden", async () => {
  const html = `<html><body><script></script><div id="js_content" style="visibility: hidden; opacity: 0;">${paragraphs}<p style="display:none">gone</p></div></body></html>`;
  const text = await read(html, "a.html");
  expect(words(text)).toHaveLength(12);
  expect(text.dropped).toContainEqual({ why: "markup", what: "gone", where: expect.any(String) });
});

it("takes pictures out of their addresses", async () => {
  const html = `<figure><img src="data:image/png;base64,${pixel.toString("base64")}" alt="Al"><figcaption>Cap</figcaption></figure><img src="data:image/svg+xml,<svg/>" alt="svg">`;
  const text = await read(html, "a.html");
  expect(text.pictures).toEqual([{ name: "picture-1.png", bytes: pixel }]);
  expect(text.markdown).toBe('![Cap](images/picture-1.png "Al")\n\n![svg]()\n');
});

it("keeps notes that a page has in one paragraph as text", async () => {
  const html =
    '<p>a<sup><a href="#n1">1</a></sup> b<sup><a href="#n2">2</a></sup></p><p><a id="n1"></a>1 x<br><a id="n2"></a>2 y</p>';
  expect(words(await read(html, "a.html")).join(" ")).toMatch(/x.*y/s);
});

const attacks = [
  "<script>alert(1)</script>",
  "<SCRIPT SRC=//x.y/z.js></SCRIPT>",
  "<img src=x onerror=alert(1)>",
  "<img src='javascript:alert(1)' alt=a>",
  '<a href="javascript:alert(1)">a</a>',
  '<a href=" javascript:alert(1)">a</a>',
  '<a href="java\tscript:alert(1)">a</a>',
  '<a href="JaVaScRiPt&colon;alert(1)">a</a>',
  '<a href="&#106;avascript:alert(1)">a</a>',
  '<a href="data:text/html,<script>alert(1)</script>">a</a>',
  '<a href="vbscript:x">a</a>',
  '<a href="file:///etc/passwd">a</a>',
  '<a href="\\\\evil\\x">a</a>',
  "<svg onload=alert(1)><a xlink:href='javascript:x'><text>a</text></a></svg>",
  "<svg><script>alert(1)</script></svg>",
  "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
  "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
  "<object data=x></object><embed src=x>",
  "<style>@import 'x'</style><link rel=stylesheet href=x>",
  "<base href='javascript:/a/'><a href='b'>a</a>",
  "<meta http-equiv=refresh content='0;url=javascript:x'>",
  "<form action=javascript:x><button formaction=javascript:y>a</button><input value='b'></form>",
  "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
  "<template><script>alert(1)</script></template>",
  "<p>](javascript:alert(1)) [a](javascript:alert(1)) <javascript:alert(1)>",
  "<p>[a]: javascript:alert(1)",
  "<p>![a](javascript:alert(1) 'x')",
  "<a href='https://a.b/)[c](javascript:alert(1)'>a</a>",
  "<a href='https://a.b/&gt;)[c](javascript:alert(1)'>a</a>",
  "<img src='https://evil.example/x.png' alt='](javascript:alert(1))'>",
  "<p title='<script>'>a</p><!-- <script>alert(1)</script> --><![CDATA[<script>]]>",
  "<xss:script>a</xss:script><o:p>b</o:p>",
  "<p>&lt;script&gt;alert(1)&lt;/script&gt;",
];

it.each(
  attacks.flatMap((attack) => [
    ["a.html", `<p>b</p>${attack}`],
    ["a.md", `b\n\n${attack}\n\nc ${attack}`],
  ]),
)("lets nothing of %s run: %s", async (file, source) => {
  const text = await read(source, file);
  const { blocks } = parseRendering(text.markdown, file);
  const urls = JSON.stringify(blocks).match(/"(?:url|src)":"[^"]*"/g) ?? [];
  for (const url of urls) expect(url).toMatch(/^"(?:url|src)":"(?:https?:\/\/|mailto:|images\/|\/)/);
  expect(urls.filter((url) => /"src"/.test(url) && !/"images\//.test(url))).toEqual([]);
  expect(JSON.stringify(blocks)).not.toMatch(/"type":"(?:html|raw)"/);
});

it("reports addresses that lead nowhere good", async () =>
  expect(await read('<p>b</p>\n<p><a href="javascript:alert(1)">a</a></p>', "a.html")).toMatchObject({
    markdown: "b\n\na\n",
    dropped: [{ why: "unsafe", what: "javascript:alert(1)", where: "2" }],
  }));

it("refuses a page that a script would have filled, and one without an end of nesting", async () => {
  await expect(read("<html><body><div id=root></div><script>x</script></body></html>", "a.html")).rejects.toMatchObject(
    { name: "ImportRefused" },
  );
  await expect(read("<div>".repeat(10_000), "a.html")).rejects.toMatchObject({ what: expect.stringContaining("256") });
  await expect(
    read(Array.from({ length: 400 }, (_, n) => `<b id=${n}>`).join("") + "<p>x".repeat(9), "a.html"),
  ).rejects.toMatchObject({ name: "ImportRefused" });
});

it("reads the encoding that a page names", async () => {
  const bytes = Buffer.concat([Buffer.from('<meta charset="gb2312"><p>'), Buffer.from([0xc9, 0xbd, 0xb8, 0xdf])]);
  expect(await read(bytes, "a.html")).toMatchObject({ encoding: "GB18030", markdown: "山高\n", notes: [] });
});

it("drops signs that come in by their number and are no text", async () =>
  expect(await read("<p>a&#1;b&#xFFFE;c&#0;", "a.html")).toMatchObject({
    markdown: expect.stringMatching(/^abc\uFFFD?\n$/),
  }));
