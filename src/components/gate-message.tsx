import type { ReactNode } from "react";
import { GateArches } from "./gate-arches";
import { Mark } from "./mark";

type Props = { heading: string; body: string; reference?: ReactNode; children: ReactNode };

/** A page with only a message and what to do next. */
export function GateMessage({ heading, body, reference, children }: Props) {
  return (
    // A column, since a margin would collapse through a block and push the whole page down.
    <div className="relative isolate flex min-h-dvh flex-col overflow-clip px-4">
      <main className="relative mx-auto mt-[max(0px,42svh-13rem)] w-full max-w-md py-14 text-center">
        <GateArches />
        <Mark className="mx-auto mb-6 size-12 text-mark" />
        <h1 className="font-semibold text-2xl">{heading}</h1>
        <p className="mx-auto mt-2 max-w-sm text-balance text-muted-foreground">{body}</p>
        <div className="mt-7 flex flex-wrap justify-center gap-3">{children}</div>
        {reference && <p className="mt-8 text-muted-foreground text-xs">{reference}</p>}
      </main>
    </div>
  );
}
