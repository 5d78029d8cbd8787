"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { askForPasswordBy } from "./keep-session";
import type { ReauthenticationStrings } from "./reauthentication-form";

// Fetched when it is asked for: hardly any page ever shows it.
const ReauthenticationDialog = dynamic(() => import("./reauthentication-dialog"), { ssr: false });

type Answer = (isProven: boolean) => void;

/** Asks for the password in one dialog wherever a call needs it, however many calls do at once. */
export function Reauthentication({ strings }: { strings: ReauthenticationStrings }) {
  const [waiting, setWaiting] = useState<Answer[]>([]);

  useEffect(() => {
    askForPasswordBy(() => new Promise<boolean>((answer) => setWaiting((others) => [...others, answer])));
    return () => askForPasswordBy(undefined);
  }, []);

  function close(isProven: boolean) {
    for (const answer of waiting) answer(isProven);
    setWaiting([]);
  }

  return waiting.length > 0 && <ReauthenticationDialog strings={strings} onClose={close} />;
}
