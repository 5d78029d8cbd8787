import { processWide } from "./process-wide.mjs";

// What goes on beside requests in a process that is told to end: it begins nothing new, and the process waits for the rest.

/** @type {Set<() => Promise<void>>} */
const listeners = processWide("stopping", () => new Set());

const notice = processWide("leaving", () => ({ given: false }));

/** From then on /ready says no, and everything else goes on: whoever sends callers here has time to look elsewhere. */
export function giveNotice() {
  notice.given = true;
}

export function isLeaving() {
  return notice.given;
}

/** @param {() => Promise<void>} stop resolves when nothing is left to wait for */
export function whenStopping(stop) {
  listeners.add(stop);
}

/** May be called any number of times, by whoever ends the process; all wait for the same end. */
export async function stopWork() {
  await Promise.allSettled([...listeners].map((stop) => stop()));
}
