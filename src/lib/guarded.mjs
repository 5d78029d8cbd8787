import { processWide } from "./process-wide.mjs";

/**
 * Whether the guard stands in front of this process, and has rewritten X-Forwarded-For to one true address.
 *
 * @typedef {{ method: string, path: string, status: number, ms: number, address?: string }} Answer
 * @typedef {import("./request-context.mjs").RequestContext} RequestContext
 */

/** @type {{ present: boolean, onAnswer?: (context: RequestContext, answer: Answer) => void }} */
const guard = processWide("guard", () => ({ present: false }));

export function isGuarded() {
  return guard.present;
}

/** @param {boolean} present */
export function setGuarded(present) {
  guard.present = present;
}

/** @param {(context: RequestContext, answer: Answer) => void} listener the one who writes the log */
export function whenAnswered(listener) {
  guard.onAnswer = listener;
}

/**
 * @param {RequestContext} context
 * @param {Answer} answer
 */
export function reportAnswer(context, answer) {
  guard.onAnswer?.(context, answer);
}
