"use client";

import { setNonce } from "get-nonce";
import { useEffect, useState } from "react";
import { createClient } from "@/client";
import { type Keeper, keepSession } from "@/client/keep-session";

let keeper: Keeper | undefined;

/** The API, for what the signed-in pages change. */
export const gatehouse = createClient({ onSessionEnded: () => keeper?.ended() });

/** Tells the other tabs, and leaves. */
export function signedOutHere() {
  keeper?.signedOut();
}

type Props = { expiresInSeconds: number; nonce: string | undefined };

export function SessionKeeper({ expiresInSeconds, nonce }: Props) {
  // The document keeps the nonce it came with, so what adds styles later (dialogs) must know the first one.
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
