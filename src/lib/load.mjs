import { setTimeout as sleep } from "node:timers/promises";
import { reportLate } from "./overdue.mjs";
import { processWide } from "./process-wide.mjs";

// How far this process is behind: how late its event loop is, or how long what is asked of the database now would wait for its
// turn. It is looked at a few times a second, so that a request costs nothing.

const LOOK_MS = 250;
/** One look alone brings nobody over the limit: a single long turn, as when much is loaded, is no overload. */
const WEIGHT = 1 / 3;
/** Fewer wait for reasons of their own, such as a lock. */
const LEAST_QUEUE = 100;

/** Statements and transactions that were asked for and have no end yet, and how many have had one. */
export const statements = processWide("statements", () => ({ waiting: 0, ended: 0 }));

/** What `/metrics` says of it. */
export const load = processWide("load", () => ({ behindMs: 0, turnedAway: 0 }));

/**
 * Says whom to turn away: nobody below the limit, everybody at twice as much, and in between a share that grows, so that as many
 * come in as can be answered.
 *
 * @param {number} limitMs
 */
export function createGauge(limitMs) {
  let owed = 0;
  return {
    /** @param {number} ms how far behind it is at this look */
    note(ms) {
      load.behindMs += (Math.min(ms, limitMs / WEIGHT) - load.behindMs) * WEIGHT;
    },
    turnsAway() {
      if (load.behindMs <= limitMs) return false;
      owed += Math.min(1, load.behindMs / limitMs - 1);
      if (owed < 1) return false;
      owed -= 1;
      load.turnedAway++;
      return true;
    },
  };
}

/**
 * Looks for as long as the process lives.
 *
 * @param {ReturnType<typeof createGauge>} gauge
 */
export async function watchLoad({ note }) {
  for (let { ended } = statements; ; ) {
    const began = performance.now();
    await sleep(LOOK_MS, undefined, { ref: false });
    const ms = performance.now() - began;
    const queueMs = queueDelay({ waiting: statements.waiting, ended: statements.ended - ended, ms });
    ({ ended } = statements);
    // Who is turned away asks nothing of the database, so nobody else would find that it has fallen silent.
    if (queueMs > ms) reportLate();
    note(Math.max(ms - LOOK_MS, queueMs));
  }
}

/**
 * At the pace at which others have ended.
 *
 * @param {{ waiting: number, ended: number, ms: number }} seen
 */
export function queueDelay({ waiting, ended, ms }) {
  return waiting < LEAST_QUEUE ? 0 : (waiting / Math.max(ended, 1)) * ms;
}
