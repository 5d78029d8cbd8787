import { processWide } from "./process-wide.mjs";

// What goes on beside requests in a process that is told to end: it begins nothing new, and the process waits for the rest.

/** @typedef {Set<() => Promise<void>>} Listeners */

/** @type {{ begun: Listeners, answered: Listeners }} */
const stopping = processWide("stopping", () => ({ begun: new Set(), answered: new Set() }));

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
  stopping.begun.add(stop);
}

/** @param {() => Promise<void>} last what is left to do when the last answer is out */
export function whenStopped(last) {
  stopping.answered.add(last);
}

/** May be called any number of times, by whoever ends the process; all wait for the same end. */
export async function stopWork() {
  await callAll(stopping.begun);
}

export async function endWork() {
  await callAll(stopping.answered);
}

/** @param {Listeners} listeners */
async function callAll(listeners) {
  await Promise.allSettled([...listeners].map((listener) => listener()));
}
