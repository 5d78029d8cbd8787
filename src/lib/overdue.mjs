import { processWide } from "./process-wide.mjs";

// Whatever happens behind it, the caller has an answer in time. One that is late says that something we stand on may hang; whoever
// can make it anew listens, and has until the deadline to find out.

export const DEADLINE_MS = 4_500;
/** No statement takes as long. */
export const LATE_MS = 3_200;

/** After an answer that says to come back. */
export const RETRY_AFTER_SECONDS = 5;

/** @type {Set<() => void>} */
const listeners = processWide("late", () => new Set());

/** @param {() => void} listener */
export function whenLate(listener) {
  listeners.add(listener);
}

export function reportLate() {
  for (const listener of listeners) listener();
}
