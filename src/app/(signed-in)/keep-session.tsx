"use client";

import { setNonce } from "get-nonce";
import { useEffect, useState } from "react";
import { createClient } from "@/client";
import { type Keeper, keepSession } from "@/client/keep-session";

let keeper: Keeper | undefined;

/** The API client of the signed-in pages. */
export const gatehouse = createClient({ onSessionEnded: () => keeper?.ended() });

/** Tells the other tabs, then goes to sign in. */
export function signedOutHere() {
  keeper?.signedOut();
}

type Props = { expiresInSeconds: number; nonce: string | undefined };

export function SessionKeeper({ expiresInSeconds, nonce }: Props) {
  // The document keeps its first nonce, so whatever injects styles later (dialogs) must use that one.
  useState(() => nonce && setNonce(nonce));

  useEffect(() => {
    keeper = keepSession({ expiresInSeconds, renew: gatehouse.renew, leave });
    return () => keeper?.stop();
  }, [expiresInSeconds]);

  return null;
}

function leave(how: "on purpose" | "for now") {
  const here = location.pathname + location.search;
  const back = how === "on purpose" || here === "/" ? "" : `?${new URLSearchParams({ next: here })}`;
  location.assign(`/login${back}`);
}
