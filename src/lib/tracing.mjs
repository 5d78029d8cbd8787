import { processWide } from "./process-wide.mjs";

// What is traced goes this way, so that nothing of OpenTelemetry is loaded where nobody asks for traces.

/**
 * @typedef {{ method: string, path: string, traceId: string, headers: Record<string, unknown> }} Asked
 * @typedef {{ status: number, route?: string, code?: string, userId?: string, address?: string }} Answered
 * @typedef {{ within: <T>(work: () => T) => T, end: (answered: Answered) => void }} RequestSpan
 * @typedef {{ name: string, attributes: Record<string, string | number>, traceId?: string, kind?: "client" }} Step
 * @typedef {{ request: (asked: Asked) => RequestSpan, step: <T>(step: Step, work: () => Promise<T>) => Promise<T> }} Tracer
 */

/** @type {{ tracer?: Tracer }} */
const shared = processWide("tracing", () => ({}));

/** @param {Tracer | undefined} tracer */
export function provideTracer(tracer) {
  shared.tracer = tracer;
}

/**
 * @param {Asked} asked
 * @returns {RequestSpan | undefined}
 */
export function traceRequest(asked) {
  return shared.tracer?.request(asked);
}

/**
 * @template T
 * @param {() => Step} describe called only where there are traces
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export function traceStep(describe, work) {
  return shared.tracer ? shared.tracer.step(describe(), work) : work();
}
