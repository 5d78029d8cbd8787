import { DEADLINE_MS, reportOverdue } from "../lib/overdue.mjs";
import { PROBLEMS, refuse } from "./refusals.mjs";

// Endpoints keep the deadline themselves (src/http/deadline.ts). A page asks what it needs as it is made, and waits where the
// database falls silent; here its reader is answered all the same.

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
export function answerInTime(request, response) {
  const { method, url = "" } = request;
  if ((method !== "GET" && method !== "HEAD") || /^\/(?:api|graphql|_next)(?:[/?]|$)/.test(url)) return;
  const timer = setTimeout(() => {
    if (response.headersSent) return;
    reportOverdue();
    refuse(request, response, PROBLEMS.overdue);
    silence(response);
  }, DEADLINE_MS);
  response.once("close", () => clearTimeout(timer));
}

/**
 * What is behind doesn't know that the answer is out, and may still try to write one.
 *
 * @param {import("node:http").ServerResponse} response
 */
function silence(response) {
  const ignored = () => response;
  Object.assign(response, {
    setHeader: ignored,
    appendHeader: ignored,
    setHeaders: ignored,
    removeHeader: () => {},
    writeHead: ignored,
    flushHeaders: () => {},
    write: () => true,
    end: ignored,
  });
}
