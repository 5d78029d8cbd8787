import type { ReactNode } from "react";
import { CardFooter } from "@/components/ui/card";

/** A form's submit button, with its status beside it. */
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
