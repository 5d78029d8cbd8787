"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { askForProofBy, gatehouse } from "./keep-session";
import type { ReauthenticationStrings } from "./reauthentication-form";
import type { Ways } from "./reauthentication-ways";

// Fetched when it is asked for: hardly any page ever shows it.
const ReauthenticationDialog = dynamic(() => import("./reauthentication-dialog"), { ssr: false });

type Answer = (isProven: boolean) => void;

/** Asks for a proof in one dialog wherever a call needs it, however many calls do at once. */
export function Reauthentication({ strings }: { strings: ReauthenticationStrings }) {
  const [waiting, setWaiting] = useState<Answer[]>([]);
  const [ways, setWays] = useState<Ways>();

  useEffect(() => {
    askForProofBy(async () => {
      const { data } = await gatehouse.GET("/api/v1/auth/reauthentication");
      if (data === undefined) return false;
      setWays(data);
      return new Promise<boolean>((answer) => setWaiting((others) => [...others, answer]));
    });
    return () => askForProofBy(undefined);
  }, []);

  function close(isProven: boolean) {
    for (const answer of waiting) answer(isProven);
    setWaiting([]);
  }

  if (waiting.length === 0 || ways === undefined) return null;
  return <ReauthenticationDialog ways={ways} strings={strings} onClose={close} />;
}
