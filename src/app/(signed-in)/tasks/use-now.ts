import { useEffect, useState } from "react";

const MINUTE_MS = 60_000;

/** The time, to the minute, so that "tomorrow" doesn't stay tomorrow. It begins as the server had it. */
export function useNow(renderedAt: string): number {
  const [now, setNow] = useState(() => Date.parse(renderedAt));

  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);

  return now;
}
