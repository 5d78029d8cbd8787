"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

const EVERY_MS = 10_000;
/** Then whoever watches is asked again: a page that refreshes for ever would keep a session alive that nobody uses. */
const MOST_REFRESHES = 60;

/** Shows what is new in the list by itself, once somebody wants it. */
export function LiveSwitch({ label }: { label: string }) {
  const router = useRouter();
  const [isOn, setIsOn] = useState(false);

  useEffect(() => {
    if (!isOn) return;
    let left = MOST_REFRESHES;
    const timer = setInterval(() => {
      if (left-- === 0) setIsOn(false);
      else if (document.visibilityState === "visible") router.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [isOn, router]);

  return (
    <label className="inline-flex min-h-8 items-center gap-2 text-muted-foreground text-xs noscript:hidden">
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ target }) => setIsOn(target.checked)}
        className="size-4 accent-primary"
      />
      {label}
    </label>
  );
}
