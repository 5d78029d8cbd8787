"use client";

import { setNonce } from "get-nonce";
import { lazy, Suspense, useEffect, useState } from "react";
import { createClient } from "@/client";
import { type Keeper, keepSession } from "@/client/keep-session";
import type { SessionEndedStrings } from "./session-ended-dialog";

const SessionEndedDialog = lazy(() => import("./session-ended-dialog"));

let keeper: Keeper | undefined;

let ask: (() => Promise<boolean>) | undefined;

/** The API client of the signed-in pages. */
export const gatehouse = createClient({
  onSessionEnded: () => keeper?.ended(),
  onReauthenticationRequired: async () => (await ask?.()) ?? false,
});

/** Who asks the person to prove who they are where a call needs it. */
export function askForProofBy(asking: typeof ask) {
  ask = asking;
}

/** Tells the other tabs, then goes to sign in. */
export function signedOutHere() {
  keeper?.signedOut();
}

type Props = {
  /** The one, a slash and the other, so that a page from memory can have both anew (lib/page-blanks). */
  nonceAndSeconds: string;
  onlyWhenUsed: boolean;
  person: { id: string; email: string };
  strings: SessionEndedStrings;
};

export function SessionKeeper({ nonceAndSeconds, onlyWhenUsed, person, strings }: Props) {
  const end = nonceAndSeconds.lastIndexOf("/");
  const [nonce, expiresInSeconds] = [nonceAndSeconds.slice(0, end), Number(nonceAndSeconds.slice(end + 1))];
  const [state, setState] = useState<"live" | "ended">("live");
  // The document keeps its first nonce, so whatever injects styles later (dialogs) must use that one.
  useState(() => nonce && setNonce(nonce));

  useEffect(() => {
    keeper = keepSession({
      ...{ expiresInSeconds, onlyWhenUsed },
      renew: gatehouse.renew,
      leave,
      onChange: setState,
    });
    return () => keeper?.stop();
  }, [expiresInSeconds, onlyWhenUsed]);

  async function signIn(password: string) {
    const { data, error } = await gatehouse.POST("/api/v1/auth/login", {
      body: { email: person.email, password },
    });
    // The email may have become another account's in the meantime, whose pages these aren't.
    if (data && data.user.id !== person.id) location.reload();
    else if (data) keeper?.resumed({ expiresInSeconds: data.expires_in });
    return error;
  }

  if (state === "live") return null;
  return (
    <Suspense>
      <SessionEndedDialog
        email={person.email}
        signIn={signIn}
        onOtherWay={() => leave("for now")}
        strings={strings}
      />
    </Suspense>
  );
}

function leave(how: "on purpose" | "for now") {
  const here = location.pathname + location.search;
  const back = how === "on purpose" || here === "/" ? "" : `?${new URLSearchParams({ next: here })}`;
  location.assign(`/login${back}`);
}
