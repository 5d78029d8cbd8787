import { PROBLEMS, refuse } from "./refusals.mjs";
import { silence } from "./silence.mjs";

/** Set by the guard; all else is of the page that failed. */
const OURS = ["x-trace-id", "strict-transport-security"];

const ANSWERS = /** @type {const} */ (["writeHead", "flushHeaders", "write", "end"]);

/**
 * A page that fails since the database is away is to be tried again later, and that is what its reader, a cache and a probe are
 * told: 503 in place of Next's 500. What failed and why is noted in the request's context (src/instrumentation.ts).
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {import("../lib/request-context.mjs").RequestContext} context
 */
export function answerOutage(request, response, context) {
  const originals = Object.fromEntries(ANSWERS.map((name) => [name, response[name]]));
  for (const name of ANSWERS) {
    /** @param {any[]} args */
    const answer = (...args) => {
      const status = name === "writeHead" ? args[0] : response.statusCode;
      if (response.headersSent || status !== 500 || !context.isOutage) {
        return Reflect.apply(/** @type {any} */ (originals[name]), response, args);
      }
      Object.assign(response, originals);
      for (const header of response.getHeaderNames())
        if (!OURS.includes(header)) response.removeHeader(header);
      refuse(request, response, PROBLEMS.overdue);
      silence(response);
      return response;
    };
    Object.assign(response, { [name]: answer });
  }
}
