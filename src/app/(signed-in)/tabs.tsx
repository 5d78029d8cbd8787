import type { ReactNode } from "react";

/** Links to the pages beside this one. Where they have no room, the row scrolls. */
export function Tabs({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className="relative flex overflow-x-auto border-border border-b">
      {children}
    </nav>
  );
}
