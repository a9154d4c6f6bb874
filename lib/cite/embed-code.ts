/**
 * HTML that shows a passage on another page, in a frame of its own without script.
 * @param title - what the frame holds, for whoever has it read out
 */
export function embedCode(origin: string, locale: string, slug: string, segment: string, title: string): string {
  const address = `${origin}/embed/${locale}/${encodeURIComponent(slug)}/${segment}`;
  return `<iframe src="${escape(address)}" title="${escape(title)}" width="640" height="360" loading="lazy"></iframe>`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
