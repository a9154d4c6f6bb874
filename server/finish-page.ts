import { attribute, htmlPieces, type Piece } from "./html-pieces";
import { contentSecurityPolicy, isData } from "./content-security-policy";

export type FinishedPage = {
  readonly html: string;
  readonly policy: string;
  /** The status that the page declares by `data-status`, where Next cannot; `null` to keep Next's. */
  readonly status: number | null;
  /** False for what Next draws by itself, for a wrong address below `/_next` say. */
  readonly isOurs: boolean;
};

/**
 * Finishes one HTML page: takes React's runtime and the second copy of the text out of a page that declares
 * `data-runtime="none"`, links the one module script that such a page names in `data-module`, and writes the policy for
 * exactly the inline scripts and styles that remain. A page that keeps its runtime is only given its policy.
 * @param modules - address of each module script by its name
 * @param mayBeFramed - pages of other sites may show it in a frame
 */
export function finishPage(html: string, modules: Readonly<Record<string, string>>, mayBeFramed = false): FinishedPage {
  const pieces = [...htmlPieces(html)];
  const root = pieces.find((piece) => piece.type === "open" && piece.name === "html")?.raw ?? "";
  const runtime = attribute(root, "data-runtime");
  const isStatic = runtime === "none" && !isStreamed(pieces);
  const kept = isStatic ? withModule(pieces.filter(isKept), modules[attribute(root, "data-module") ?? ""]) : pieces;
  const printed = kept.map(print).join("");
  // React leaves an empty box where parts sent late would go.
  const finished = isStatic ? printed.replaceAll('<div hidden=""></div>', "") : printed;
  const declared = kept.flatMap((piece) => (piece.type === "open" && piece.name === "main" ? [piece.raw] : []))[0];
  const status = Number(declared && attribute(declared, "data-status"));
  return {
    html: finished,
    policy: contentSecurityPolicy(kept, mayBeFramed),
    status: status >= 400 && status < 600 ? status : null,
    isOurs: runtime !== null,
  };
}

/** Parts that React sent late stand apart until its runtime puts them in place: such a page needs its runtime. */
function isStreamed(pieces: readonly Piece[]): boolean {
  return pieces.some(
    (piece) => piece.type === "open" && piece.name === "template" && /^[PB]:/.test(attribute(piece.raw, "id") ?? ""),
  );
}

function isKept(piece: Piece): boolean {
  if (piece.type === "comment") return false;
  if (piece.type !== "open") return true;
  if (piece.name === "script") return attribute(piece.raw, "data-duidu") !== null || isData(piece);
  return !(piece.name === "link" && attribute(piece.raw, "as") === "script");
}

/** The module comes last: a browser that fetches it paints the text later, and nothing in the text waits for it. */
function withModule(pieces: readonly Piece[], address: string | undefined): readonly Piece[] {
  const end = pieces.findIndex((piece) => piece.type === "close" && piece.name === "body");
  if (!address || end === -1) return pieces;
  const script: Piece = {
    type: "open",
    name: "script",
    raw: `<script type="module" src="${address}">`,
    content: "",
    end: "</script>",
  };
  return [...pieces.slice(0, end), script, ...pieces.slice(end)];
}

function print(piece: Piece): string {
  return piece.type === "open" ? piece.raw + piece.content + piece.end : piece.raw;
}
