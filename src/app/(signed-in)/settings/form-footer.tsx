import type { ReactNode } from "react";

/** The button of a form, and beside it what came of it. */
export function FormFooter({ saved, children }: { saved: string | false; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-end gap-x-4 gap-y-2 border-border border-t px-5 py-3.5 sm:px-6">
      <p role="status" className="text-muted-foreground text-sm">
        {saved}
      </p>
      {children}
    </div>
  );
}
