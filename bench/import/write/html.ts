import type { Block, Footnote, Inline } from "@/lib/passage/block";
import type { Text } from "../documents";

/** How a note is called, and where the notes stand. */
export type NoteStyle = { readonly call: (label: string) => string };

export function escape(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

const raised: NoteStyle = {
  call: (label) => `<sup><a href="#fn${label}" id="ref${label}">${label}</a></sup>`,
};

/** Writes a block as HTML that is XML too. */
export function htmlOf(block: Block, notes: NoteStyle = raised): string {
  const inner = (blocks: readonly Block[]) => blocks.map((each) => htmlOf(each, notes)).join("\n");
  switch (block.type) {
    case "heading":
      return `<h${block.depth}>${inlineHtml(block.children, notes)}</h${block.depth}>`;
    case "paragraph":
      return `<p>${inlineHtml(block.children, notes)}</p>`;
    case "verse":
      return `<p class="stanza">${block.lines.map((line) => inlineHtml(line, notes)).join("<br/>\n")}</p>`;
    case "figure":
      return `<figure><img src="${escape(block.src ?? "")}" alt="${escape(block.alt)}"/><figcaption>${inlineHtml(block.caption, notes)}</figcaption></figure>`;
    case "quote":
      return `<blockquote>${inner(block.blocks)}</blockquote>`;
    case "list": {
      const tag = block.ordered ? "ol" : "ul";
      const items = block.items.map((item) => {
        const [only, ...more] = item;
        const words = only?.type === "paragraph" && more.length === 0 ? inlineHtml(only.children, notes) : inner(item);
        return `<li>${words}</li>`;
      });
      return `<${tag}>\n${items.join("\n")}\n</${tag}>`;
    }
    case "verbatim":
      return `<pre><code>${escape(block.value)}\n</code></pre>`;
    case "rule":
      return "<hr/>";
  }
}

function inlineHtml(inlines: readonly Inline[], notes: NoteStyle): string {
  return inlines
    .map((inline): string => {
      switch (inline.type) {
        case "text":
          return escape(inline.value);
        case "emphasis":
          return `<em>${inlineHtml(inline.children, notes)}</em>`;
        case "strong":
          return `<strong>${inlineHtml(inline.children, notes)}</strong>`;
        case "link":
          return `<a href="${escape(inline.url)}">${inlineHtml(inline.children, notes)}</a>`;
        case "code":
          return `<code>${escape(inline.value)}</code>`;
        case "ruby":
          return `<ruby>${escape(inline.base)}<rt>${escape(inline.annotation)}</rt></ruby>`;
        case "break":
          return "<br/>";
        case "footnote":
          return notes.call(inline.label);
      }
    })
    .join("");
}

function notesHtml(footnotes: ReadonlyMap<string, Footnote>): string {
  if (footnotes.size === 0) return "";
  const items = [...footnotes.values()].map(({ label, blocks }) => {
    const words = blocks.map((block) => htmlOf(block)).join("");
    return `<li id="fn${label}">${words.replace(/<\/p>$/, ` <a href="#ref${label}">↩</a></p>`)}</li>`;
  });
  return `<section class="footnotes"><hr/><ol>${items.join("\n")}</ol></section>`;
}

/** A page as a browser saves it: the article among navigation, scripts, sharing, related articles and comments. */
export function savedPage({ language, title, author, blocks, footnotes }: Text): string {
  const isChinese = language !== "en";
  const say = (chinese: string, english: string) => (isChinese ? chinese : english);
  const links = (names: readonly string[]) =>
    names.map((name, at) => `<li><a href="https://news.example.org/${at}">${name}</a></li>`).join("");
  const menu = isChinese
    ? ["首页", "国内", "国际", "文化", "科技", "副刊"]
    : ["Home", "World", "Culture", "Science", "Opinion"];
  const related = isChinese
    ? ["古镇迎来客流高峰", "下周气温将明显下降", "老城区改造方案公示", "图书馆延长开放时间"]
    : [
        "Old town draws record crowds",
        "Cooler weather expected next week",
        "Library to extend its hours",
        "New tram line delayed",
      ];
  const comments = isChinese
    ? ["写得真好，已经转给家人看了。", "上次路过的时候还没有这个，现在变化太大了。", "请问有没有更详细的资料？"]
    : [
        "Lovely piece, I have sent it to my family.",
        "It wasn't like that when I was last there.",
        "Is there anywhere I can read more about it?",
      ];
  return `<!DOCTYPE html>
<html lang="${isChinese ? "zh-CN" : "en-GB"}"><head><meta charset="utf-8"/>
<title>${escape(title)} - ${say("江声网", "Riverside News")}</title>
<meta property="og:title" content="${escape(title)}"/><meta property="og:site_name" content="${say("江声网", "Riverside News")}"/>
<meta name="author" content="${escape(author)}"/><meta property="article:published_time" content="2024-09-19T08:00:00+08:00"/>
<link rel="canonical" href="https://news.example.org/2024/09/19/story.html"/>
<style>.nav{display:flex}article{max-width:40em}</style>
<script>window.dataLayer=window.dataLayer||[];function track(e){dataLayer.push({event:e,words:"<p>none of this is text</p>"})}</script>
<script type="application/ld+json">{"@type":"NewsArticle","headline":${JSON.stringify(title)}}</script></head>
<body class="page"><header class="site-header"><div class="logo">${say("江声网", "Riverside News")}</div>
<nav class="nav"><ul>${links(menu)}</ul></nav><form role="search"><input name="q"/><button>${say("搜索", "Search")}</button></form></header>
<div class="cookie-banner" role="dialog"><p>${say("本网站使用 Cookie 以改善您的体验。", "We use cookies to make this site better for you.")}</p><button>${say("同意", "Accept")}</button></div>
<div class="layout"><main id="content"><article class="story">
<h1>${escape(title)}</h1>
<div class="share" aria-hidden="true"><a href="https://share.example.org/a">${say("分享", "Share")}</a> <a href="https://share.example.org/b">${say("收藏", "Save")}</a></div>
<div class="story-body">
${blocks.map(({ block }) => htmlOf(block)).join("\n")}
${notesHtml(footnotes)}
</div></article>
<section class="related"><h3>${say("相关阅读", "Related stories")}</h3><ul>${links(related)}</ul></section>
<section id="comments" class="comments"><h3>${say("评论", "Comments")} (${comments.length})</h3>${comments
    .map(
      (words, at) =>
        `<div class="comment"><span class="user">user${at}</span><p>${words}</p><a href="#reply">${say("回复", "Reply")}</a></div>`,
    )
    .join("\n")}</section></main>
<aside class="sidebar"><h3>${say("热门", "Most read")}</h3><ol>${links(related.toReversed())}</ol></aside></div>
<footer class="site-footer"><p>© 2024 ${say("江声网 版权所有", "Riverside News. All rights reserved.")}</p><ul>${links(isChinese ? ["关于我们", "联系方式", "隐私政策"] : ["About", "Contact", "Privacy"])}</ul></footer>
<script>track("view");</script></body></html>
`;
}
