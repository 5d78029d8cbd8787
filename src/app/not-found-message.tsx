"use client";

import { GateMessage } from "@/components/gate-message";
import { buttonVariants } from "@/components/ui/button-variants";
import { NotFoundReference } from "./not-found-reference";

type Strings = Record<"heading" | "body" | "reference" | "home", string>;

/** A client component, so that of what is shown where nothing is only the words come with every page, twice. */
export function NotFoundMessage({ strings }: { strings: Strings }) {
  return (
    <GateMessage
      heading={strings.heading}
      body={strings.body}
      reference={<NotFoundReference label={strings.reference} />}
    >
      <a href="/" className={buttonVariants()}>
        {strings.home}
      </a>
    </GateMessage>
  );
}
