import type { ReactNode } from "react";

type MenuProps = { id: string; className: string; label: string; close: string; face: ReactNode; children: ReactNode };

/** A button and the sheet it opens: the platform's own popover, so it opens, closes and keeps focus without script. */
export function Menu({ id, className, label, close, face, children }: MenuProps) {
  return (
    <div className={`menu ${className}`}>
      <button type="button" className="bar-button" popoverTarget={id} aria-label={label} title={label}>
        {face}
      </button>
      <div id={id} popover="auto" role="dialog" aria-label={label} className="menu-sheet">
        {children}
        <button type="button" className="menu-close" popoverTarget={id} popoverTargetAction="hide">
          {close}
        </button>
      </div>
    </div>
  );
}
