"use client";

import { useEffect, useRef, useState } from "react";

type Props = { declarations: string; nonce: string | undefined };

/**
 * The sheet that the document came with stays as it was: another one would need the document's own nonce. What changes
 * later goes where the policy asks for none.
 */
export function AccentSheet({ declarations, nonce }: Props) {
  const [first] = useState({ declarations, nonce });
  const sheet = useRef<HTMLStyleElement>(null);

  useEffect(() => {
    const isFirst = declarations === first.declarations;
    if (sheet.current) sheet.current.disabled = !isFirst;
    document.documentElement.style.cssText = isFirst ? "" : declarations;
  }, [declarations, first]);

  return (
    <style ref={sheet} nonce={first.nonce} suppressHydrationWarning>
      {first.declarations && `:root{${first.declarations}}`}
    </style>
  );
}
