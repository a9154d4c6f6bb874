import type { DraftBlock } from "../draft";
import type { HtmlElement } from "./tree";

/** A block and the element it came from. */
export type HtmlBlock = DraftBlock & { readonly element: HtmlElement };
