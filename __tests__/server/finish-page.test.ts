import { createHash } from "node:crypto";
import { finishPage } from "@/server/finish-page";

const modules = { reading: "/assets/reading.abc.js" };
const page = (body: string, attributes = 'data-runtime="none" data-module="reading"') =>
  `<!DOCTYPE html><html lang="en" ${attributes}><head><link rel="preload" as="script" href="/_next/a.js"/><script src="/_next/a.js" async=""></script><style>p > a { color: red }</style></head><body>${body}</body></html>`;
const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

describe("finishing a page", () => {
  it("takes the runtime, its preloads and the second copy of the text out", () => {
    const { html } = finishPage(
      page('<p>text</p><div hidden=""><!--$--><!--/$--></div><script>self.__next_f.push(["text"])</script>'),
      modules,
    );
    expect(html).not.toMatch(/_next|__next_f|hidden|<!--/);
    expect(html).toContain("<p>text</p>");
  });
  it("keeps our own inline scripts and allows just them", () => {
    const { html, policy } = finishPage(
      page('<script data-duidu="">ours()</script><script>theirs()</script>'),
      modules,
    );
    expect(html).toContain("ours()");
    expect(policy).toContain(hash("ours()"));
    expect(policy).not.toContain(hash("theirs()"));
    expect(policy).toContain(hash("p > a { color: red }"));
  });
  it("keeps data about the page, which is no script and needs no leave", () => {
    const data = '<script type="application/ld+json">{"@type":"Article"}</script>';
    const { html, policy } = finishPage(page(data), modules);
    expect(html).toContain(data);
    expect(policy).not.toContain(hash('{"@type":"Article"}'));
  });
  it("lets pages of other sites frame what is made for that, and nothing else", () => {
    expect(finishPage(page(""), modules).policy).toContain("frame-ancestors 'none'");
    expect(finishPage(page(""), modules, true).policy).toContain("frame-ancestors *");
  });
  it("links the module script the page names, after all that is to be read", () => {
    expect(finishPage(page(""), modules).html).toContain(
      '<script type="module" src="/assets/reading.abc.js"></script></body>',
    );
    expect(finishPage(page("", 'data-runtime="none"'), modules).html).not.toContain("module");
  });
  it("leaves a page that needs its runtime whole, and allows its inline scripts by hash", () => {
    const whole = page("<script>theirs()</script>", "");
    const { html, policy } = finishPage(whole, modules);
    expect(html).toBe(whole);
    expect(policy).toContain(hash("theirs()"));
  });
  it("leaves a page whole whose parts arrived late, rather than lose them", () => {
    const whole = page('<template id="P:1"></template><script>$RC("P:1")</script>');
    expect(finishPage(whole, modules).html).toBe(whole);
  });
  it("reads the status that a page declares", () => {
    expect(finishPage(page('<main data-status="404"></main>'), modules).status).toBe(404);
    expect(finishPage(page('<main data-status="200"></main>'), modules).status).toBeNull();
    expect(finishPage(page("<main></main><p title=\"<main data-status='503'>\"></p>"), modules).status).toBeNull();
  });
  it("does not mistake text about scripts for scripts", () => {
    const body = '<p title="<script>x</script>">&lt;script&gt;</p>';
    expect(finishPage(page(body), modules).html).toContain(body);
  });
  it("never allows anything inline without its hash", () => {
    expect(finishPage(page("<script>a</script>", ""), modules).policy).not.toMatch(/unsafe|\*/);
  });
});
