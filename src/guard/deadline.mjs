import { DEADLINE_MS, LATE_MS, reportLate } from "../lib/overdue.mjs";
import { PROBLEMS, refuse } from "./refusals.mjs";
import { silence } from "./silence.mjs";

// Endpoints keep the deadline themselves (src/http/deadline.ts). A page asks what it needs as it is made, and waits where the
// database falls silent; here its reader is answered all the same.

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
export function answerInTime(request, response) {
  if (!asksForPage(request)) return;
  let timer = setTimeout(() => {
    if (response.headersSent) return;
    reportLate();
    timer = setTimeout(giveUp, DEADLINE_MS - LATE_MS);
  }, LATE_MS);
  const giveUp = () => {
    if (response.headersSent) return;
    refuse(request, response, PROBLEMS.overdue);
    silence(response);
  };
  response.once("close", () => clearTimeout(timer));
}

/** @param {import("node:http").IncomingMessage} request */
export function asksForPage({ method, url = "" }) {
  return (method === "GET" || method === "HEAD") && !/^\/(?:api|graphql|_next)(?:[/?]|$)/.test(url);
}
