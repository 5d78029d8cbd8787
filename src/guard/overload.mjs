import { whenStarted } from "../lib/application.mjs";
import { createGauge, watchLoad } from "../lib/load.mjs";
import { processWide } from "../lib/process-wide.mjs";

const DEFAULT_LIMIT_MS = 1_000;

/** Who asks how this process is has to hear it, and nobody is kept from leaving; a page that came is to have its files. */
const NEVER = /^\/(?:(?:live|ready|health|metrics|api\/v1\/(?:health|auth\/logout))(?:\/?(?:\?|$))|_next\/)/;

/**
 * Whoever would be answered too late is told so at once (OVERLOAD_DELAY_MS), while there is still time to ask elsewhere or to
 * come back; those who have come in are answered meanwhile.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {(request: import("node:http").IncomingMessage) => boolean} whether to turn this one away
 */
export function sheddingFrom({ NODE_ENV, OVERLOAD_DELAY_MS }) {
  const limitMs = Number(OVERLOAD_DELAY_MS || DEFAULT_LIMIT_MS);
  if (NODE_ENV !== "production" || !(limitMs > 0)) return () => false;
  const gauge = processWide("gauge", () => {
    const made = createGauge(limitMs);
    // What is loaded at the start takes long turns, and nobody waits for it.
    whenStarted(() => void watchLoad(made));
    return made;
  });
  return ({ url = "" }) => !NEVER.test(url) && gauge.turnsAway();
}
