import { AsyncLocalStorage } from "node:async_hooks";
import { processWide } from "./process-wide.mjs";

/**
 * What is known of the request under way. It stands in each of its log lines. `reads`, where somebody wants to know: the
 * statements that it asks the database, each with the answer.
 *
 * @typedef {{ traceId: string, route?: string, userId?: string, code?: string, isOutage?: boolean, hasPromised?: boolean, reads?: Set<string> }} RequestContext
 */

/** @type {AsyncLocalStorage<RequestContext | undefined>} */
const store = processWide("request-context", () => new AsyncLocalStorage());

/** @returns {RequestContext | undefined} */
export function requestContext() {
  return store.getStore();
}

/**
 * @template T
 * @param {RequestContext} context
 * @param {() => T} work
 * @returns {T}
 */
export function runInContext(context, work) {
  return store.run(context, work);
}

/**
 * For what a request happens to start and all use, such as a connection: what that logs later isn't that request's.
 *
 * @template T
 * @param {() => T} work
 * @returns {T}
 */
export function runOutsideRequests(work) {
  return store.run(undefined, work);
}
