import type { ReactNode } from "react";
import { CardFooter } from "@/components/ui/card";

/** The button of a form, and beside it what came of it. */
export function FormFooter({ saved, children }: { saved: string | false; children: ReactNode }) {
  return (
    <CardFooter>
      <p role="status" className="text-muted-foreground text-sm">
        {saved}
      </p>
      {children}
    </CardFooter>
  );
}
