import { processWide } from "./process-wide.mjs";

// Whatever happens behind it, the caller has an answer in time. One that isn't there by then says that something we stand on
// may hang; whoever can make it anew listens.

export const DEADLINE_MS = 4_500;

/** After an answer that says to come back. */
export const RETRY_AFTER_SECONDS = 5;

/** @type {Set<() => void>} */
const listeners = processWide("overdue", () => new Set());

/** @param {() => void} listener */
export function whenOverdue(listener) {
  listeners.add(listener);
}

export function reportOverdue() {
  for (const listener of listeners) listener();
}
