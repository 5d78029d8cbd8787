import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

type Props = { id: string; title: string; lead: string; children: ReactNode };

/** Heading on the left and content on the right; stacked on small screens. */
export function Section({ id, title, lead, children }: Props) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="grid scroll-mt-20 gap-x-10 gap-y-5 border-border py-9 first-of-type:pt-0 not-first-of-type:border-t last:pb-0 lg:grid-cols-[15rem_minmax(0,1fr)]"
    >
      <div>
        <h2 id={`${id}-title`} className="font-semibold">
          {title}
        </h2>
        <p className="mt-1 text-pretty text-muted-foreground text-sm">{lead}</p>
      </div>
      <Card className="min-w-0">{children}</Card>
    </section>
  );
}
