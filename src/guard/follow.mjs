import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";
import { traceIdIn } from "./traceparent.mjs";

// Follows a request through everything behind it. The product's own copies of these names are in src/lib/request-context.ts,
// src/http/client-address.ts and src/boot.ts; symbols of the process are where the two meet.

/** @typedef {{ traceId: string, route?: string, userId?: string }} Context */
/** @typedef {{ method: string, path: string, status: number, ms: number }} Answer */

const shared = /** @type {Record<symbol, any>} */ (globalThis);
const CONTEXT = Symbol.for("gatehouse.request-context");
const GUARDED = Symbol.for("gatehouse.guarded");
const ON_ANSWER = Symbol.for("gatehouse.on-answer");

shared[CONTEXT] ??= new AsyncLocalStorage();
shared[GUARDED] = true;

/**
 * Gives the request its trace id, in the form that everything behind reads, and tells of the answer when it is out.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {() => boolean} pass
 */
export function follow(request, response, pass) {
  const given = traceIdIn(request.headers.traceparent);
  const traceId = given ?? randomBytes(16).toString("hex");
  if (!given) request.headers.traceparent = `00-${traceId}-${randomBytes(8).toString("hex")}-01`;
  response.setHeader("x-trace-id", traceId);
  /** @type {Context} */
  const context = { traceId };
  const started = performance.now();
  const { method = "", url = "" } = request;
  response.once("close", () => {
    const path = url.split("?", 1)[0] ?? "";
    const ms = Math.round((performance.now() - started) * 10) / 10;
    shared[ON_ANSWER]?.(context, { method, path, status: response.statusCode, ms });
  });
  return shared[CONTEXT].run(context, pass);
}
