"use client";

import { useEffect, useState } from "react";

type Props = { cookie: string; className?: string; children: string };

/** Marks the way by which this browser was signed in last: by script, since the page is one for everybody. */
export function LastUsed({ cookie, className = "-top-2.5 right-3", children }: Props) {
  const [isLast, setIsLast] = useState(false);
  useEffect(() => setIsLast(document.cookie.split("; ").includes(cookie)), [cookie]);
  if (!isLast) return null;
  return (
    <span
      className={`absolute whitespace-nowrap rounded-full border border-border bg-card px-2 py-px font-medium text-muted-foreground text-xs ${className}`}
    >
      {children}
    </span>
  );
}
