import { embedPath } from "@/lib/address/shared-paths";

/** Size of a frame where nobody asks for another, in px. */
const usual = { width: 640, height: 360 };

/**
 * HTML that shows a passage on another page, in a frame of its own. The frame needs no script and is allowed none; its
 * links may open a page beside the reader's.
 * @param title - what the frame holds, for whoever has it read out
 * @param size - in px
 */
export function embedCode(
  origin: string,
  locale: string,
  slug: string,
  segment: string,
  title: string,
  { width, height }: { readonly width: number; readonly height: number } = usual,
): string {
  const address = `${origin}${embedPath(locale, slug, segment)}`;
  return `<iframe src="${escape(address)}" title="${escape(title)}" width="${width}" height="${height}" loading="lazy" sandbox="allow-popups allow-popups-to-escape-sandbox" style="border:0;max-width:100%"></iframe>`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
