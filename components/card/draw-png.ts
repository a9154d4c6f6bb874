import { renderAsync } from "@resvg/resvg-js";
import { drawCard, type Card } from "./draw-card";
import { openFaces } from "./faces";

/** Draws a card as PNG, 1200 × 630. The raster is made off the main thread. */
export async function drawPng(card: Card): Promise<Buffer> {
  const small = await openFaces("regular");
  const faces = card.mark === null ? await openFaces("strong") : small;
  const image = await renderAsync(drawCard(card, faces, small), { font: { loadSystemFonts: false } });
  return image.asPng();
}
