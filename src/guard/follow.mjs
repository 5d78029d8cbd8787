import { reportAnswer, setGuarded } from "../lib/guarded.mjs";
import { runInContext } from "../lib/request-context.mjs";
import { traceIdFrom, traceIdIn, traceparentOf } from "../lib/trace-id.mjs";
import { traceRequest } from "../lib/tracing.mjs";
import { asksForPage } from "./deadline.mjs";
import { answerOutage } from "./outage.mjs";

setGuarded(true);

/**
 * Gives the request its trace id, in the form that everything behind reads, and reports the answer when it is out.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {() => boolean} pass
 */
export function follow(request, response, pass) {
  const given = request.headers.traceparent;
  const traceId = traceIdFrom(given);
  const { method = "", url = "" } = request;
  const path = url.split("?", 1)[0] ?? "";
  const span = traceRequest({ method, path, traceId, headers: request.headers });
  if (!traceIdIn(given)) request.headers.traceparent = traceparentOf(traceId);
  response.setHeader("x-trace-id", traceId);
  /** @type {import("../lib/request-context.mjs").RequestContext} */
  const context = { traceId };
  if (process.env.NODE_ENV === "production" && asksForPage(request)) answerOutage(request, response, context);
  const started = performance.now();
  response.once("close", () => {
    const ms = Math.round((performance.now() - started) * 10) / 10;
    const address = String(request.headers["x-forwarded-for"] ?? "");
    const status = response.statusCode;
    reportAnswer(context, { method, path, status, ms, address });
    span?.end({ ...context, status, address });
  });
  return runInContext(context, span ? () => span.within(pass) : pass);
}
