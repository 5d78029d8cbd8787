"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, startTransition, use } from "react";
import { GateMessage } from "./gate-message";
import { buttonVariants } from "./ui/button-variants";

type Strings = Record<"heading" | "body" | "reference" | "retry", string>;

/** A page that failed can't ask the server for words any more, so the layout hands them out beforehand. */
const FailureStrings = createContext<Strings | null>(null);

export function FailureStringsProvider({ strings, children }: { strings: Strings; children: ReactNode }) {
  return <FailureStrings value={strings}>{children}</FailureStrings>;
}

type Props = { error: Error & { digest?: string }; reset: () => void };

/** In place of a page that failed. The reference is the digest, which stands in the server's log. */
export function Failure({ error, reset }: Props) {
  const router = useRouter();
  const strings = use(FailureStrings);
  if (strings === null) return null;

  function retry() {
    startTransition(() => {
      router.refresh();
      reset();
    });
  }

  return (
    <GateMessage
      heading={strings.heading}
      body={strings.body}
      reference={error.digest && `${strings.reference} ${error.digest}`}
    >
      <button type="button" onClick={retry} className={buttonVariants()}>
        {strings.retry}
      </button>
    </GateMessage>
  );
}
