"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, startTransition, use } from "react";
import { GateMessage } from "./gate-message";
import { buttonVariants } from "./ui/button-variants";

type Strings = Record<"heading" | "body" | "reference" | "retry", string>;

/** A page that failed can't ask the server for its sentences any more, so the layout brings them along. */
const ErrorStrings = createContext<Strings | null>(null);

export function ErrorStringsProvider({ strings, children }: { strings: Strings; children: ReactNode }) {
  return <ErrorStrings value={strings}>{children}</ErrorStrings>;
}

type Props = { error: Error & { digest?: string }; reset: () => void };

/** Shown in place of a page that failed. The reference is the digest, which is in the server log. */
export function ErrorPage({ error, reset }: Props) {
  const router = useRouter();
  const strings = use(ErrorStrings);
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
