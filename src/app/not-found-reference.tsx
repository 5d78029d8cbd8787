"use client";

import { useSyncExternalStore } from "react";

/**
 * The trace id of the page that was asked for, as the answer's own header says it. It can't come with the page: what is shown
 * where nothing is stands in the payload of every page, and some pages are the same for everybody.
 */
export function NotFoundReference({ label }: { label: string }) {
  const traceId = useSyncExternalStore(subscribe, readTraceId, () => null);
  return <span className={traceId === null ? "invisible" : undefined}>{`${label} ${traceId ?? ""}`}</span>;
}

function subscribe() {
  return () => {};
}

function readTraceId() {
  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return navigation?.serverTiming?.find(({ name }) => name === "trace")?.description ?? null;
}
