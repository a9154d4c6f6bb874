export type ViewName = "auto" | "both" | "stacked" | "source" | "translation";

/** Lines of text as a reader would sketch them; `d` of a path in a 20 × 16 box, source drawn heavy, translation light. */
const drawings: Record<ViewName | "swap", readonly [heavy: string, light: string]> = {
  auto: ["M1 1v14M4 4h5M4 8h5M4 12h5", "M11 4h5M11 8h5M11 12h5M19 1v14"],
  both: ["M2 3h6M2 8h6M2 13h6", "M12 3h6M12 8h6M12 13h6"],
  stacked: ["M3 2h14M3 10h14", "M3 6h14M3 14h14"],
  source: ["M3 3h14M3 8h14M3 13h9", ""],
  translation: ["", "M3 3h14M3 8h14M3 13h9"],
  swap: ["M4 5h12M13 2l3 3-3 3", "M16 11H4M7 8l-3 3 3 3"],
};

/** A tiny diagram of the page in that view. */
export function ViewDiagram({ view }: { view: ViewName | "swap" }) {
  const [heavy, light] = drawings[view];
  return (
    <svg className="diagram" viewBox="0 0 20 16" width="20" height="16" aria-hidden="true">
      {heavy && <path d={heavy} />}
      {light && <path d={light} className="diagram-light" />}
    </svg>
  );
}
