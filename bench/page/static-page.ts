import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { basename, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { parse } from "yaml";
import { workMetadata, type WorkMetadata } from "@/lib/work/metadata";
import { setCommonHeaders } from "@/server/headers";

const style = `body{margin:0 auto;max-width:66rem;padding:2rem;font:18px/1.6 Georgia,serif;color:#1d1a16;background:#fbf8f1}
.row{display:grid;grid-template-columns:1fr 3rem 1fr;gap:.5rem;padding:.6rem 0;scroll-margin:4rem}.row:target{outline:1px solid #b0301d}
[lang^=zh]{font-family:Songti SC,Noto Serif CJK SC,serif;line-height:1.8}input:checked~[lang=en]{display:none}h1{font-size:1.6em;line-height:1.35}p,h1,h2{margin:0}
.part{content-visibility:auto;contain-intrinsic-size:auto 400rem}`;
const script = `addEventListener("click",function(e){var a=e.target.closest("a");if(a&&navigator.clipboard){e.preventDefault();
history.replaceState(null,"",a.href);navigator.clipboard.writeText(a.href)}});
addEventListener("keydown",function(e){if(e.key=="t"&&document.activeElement.closest)
{var r=document.activeElement.closest(".row");if(r)r.querySelector("input").click()}})`;

/** What a careful person would write by hand for the same text: one file, one request, sections that are laid out late. */
export function writeStaticPage(folder: string): string {
  const read = (name: string) =>
    readFileSync(join(folder, name), "utf8")
      .split("\n\n")
      .flatMap((block) => {
        const note = /^\[\^\w+\]: ([^]+)$/.exec(block.trim());
        if (note) return [{ heading: false, text: escape(note[1] ?? ""), id: "" }];
        const found = /^(## )?([^]*?) \^(\w{5})\s*$/.exec(block.replace(/^!\[(.*)\]\(\)/, "$1"));
        return found ? [{ heading: Boolean(found[1]), text: escape(found[2] ?? ""), id: found[3] ?? "" }] : [];
      });
  const blocks = read("en.md");
  const english = new Map(blocks.map((block) => [block.id, block.text]));
  const notes = blocks.flatMap(({ id, text }) => (id === "" ? [`<p>${text}</p>`] : []));
  const rows = read("zh-Hans.md")
    .filter(({ id }) => id !== "")
    .map(({ heading, text, id }, at) => {
      const tag = heading ? "h2" : "p";
      const side = (lang: string, words: string) => `<div lang="${lang}"><${tag}>${words}</${tag}></div>`;
      return `<section class="row" id="${id}" aria-label="Passage ${at + 1}"><input type="checkbox" class="toggle" aria-label="Hide the translation">${side("zh-Hans", text)}<a href="#${id}">${at + 1}</a>${side("en", english.get(id) ?? "")}</section>`;
    });
  const parts = Array.from({ length: Math.ceil(rows.length / 50) }, (_, at) =>
    rows.slice(at * 50, at * 50 + 50).join("\n"),
  );
  const isLong = parts.length > 2;
  const metadata = workMetadata.parse(parse(readFileSync(join(folder, "work.yaml"), "utf8")));
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${head(metadata, basename(folder))}<style>${style}</style></head><body>${titles(metadata)}<main>${parts.map((part) => `<div${isLong ? ' class="part"' : ""}>${part}</div>`).join("")}${notes.join("")}</main>${rights(metadata)}<script>${script}</script></body></html>`;
}

/** What a page needs to be found and previewed, as a person would write it. */
function head({ source, translation, date }: WorkMetadata, slug: string): string {
  const title = escape(`${translation.title} · ${source.title}`);
  const summary = escape(translation.summary ?? translation.title);
  const address = `https://static.example/en/${slug}`;
  return `<title>${title}</title><meta name="description" content="${summary}"><link rel="canonical" href="${address}"><link rel="alternate" hreflang="en" href="${address}"><link rel="alternate" hreflang="zh-Hans" href="${address.replace("/en/", "/zh/")}"><meta property="og:type" content="article"><meta property="og:title" content="${title}"><meta property="og:description" content="${summary}"><meta property="article:published_time" content="${date}">`;
}

/** Both titles, whose words they are, and the day. */
function titles({ source, translation, date }: WorkMetadata): string {
  const by = (side: WorkMetadata["source"]) => escape([side.publisher ?? "", ...side.byline].join(" · "));
  return `<header><div class="row"><div lang="${source.language}"><h1>${escape(source.title)}</h1><p>${by(source)}</p></div><i></i><div lang="${translation.language}"><h1>${escape(translation.title)}</h1><p>${by(translation)}</p></div></div><p>${date}</p></header>`;
}

function rights({ source, translation }: WorkMetadata): string {
  return `<footer><p lang="${source.language}">${escape(source.rights)}</p><p lang="${translation.language}">${escape(translation.rights)}</p></footer>`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/** Serves each page by its path, brotli-compressed beforehand, with the same headers as ours. */
export function serveStatic(pages: ReadonlyMap<string, string>, port: number): Promise<Server> {
  const packed = new Map(
    [...pages].map(([path, html]) => {
      const quality = html.length > 1_000_000 ? 6 : 11;
      return [path, brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })];
    }),
  );
  const server = createServer((request, response) => {
    const body = packed.get(request.url ?? "");
    // Some of them cost the reader time: Cross-Origin-Opener-Policy starts a new process for the first page of a visit.
    setCommonHeaders(response, false);
    response.writeHead(body ? 200 : 404, { "content-type": "text/html; charset=utf-8", "content-encoding": "br" });
    response.end(body);
  });
  return new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve(server)));
}
