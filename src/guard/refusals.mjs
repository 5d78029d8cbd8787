import { createRequire } from "node:module";
import { chooseLocale, LOCALES } from "../lib/locale.mjs";
import { RETRY_AFTER_SECONDS } from "../lib/overdue.mjs";
import { PROBLEM_TYPE, problemDetails } from "../lib/problem-details.mjs";
import { PAGE_POLICY, problemPage } from "../lib/problem-page.mjs";
import { SECURITY_HEADERS } from "../lib/security-headers.mjs";
import { traceIdFrom } from "../lib/trace-id.mjs";

// What never reaches the application, answered in its own shape.

export const ALLOWED_METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

const LINGER_MS = 1_000;

const require = createRequire(import.meta.url);
/** @typedef {import("../lib/locale.mjs").Locale} Locale */
const MESSAGES = /** @type {Record<Locale, Record<"errors" | "errorPage", Record<string, string>>>} */ (
  Object.fromEntries(LOCALES.map((locale) => [locale, require(`../../messages/${locale}.json`)]))
);

/**
 * @typedef {{ status: number, code: "NOT_FOUND" | "METHOD_NOT_ALLOWED" | "MALFORMED_REQUEST" | "SERVICE_UNAVAILABLE" | "INTERNAL_ERROR", headers?: Record<string, string> }} Refusal
 */

/** @type {Record<"method" | "nothing" | "target" | "expectation" | "malformed" | "headersTooLarge" | "tooSlow" | "overdue" | "failed", Refusal>} */
export const PROBLEMS = {
  method: { status: 405, code: "METHOD_NOT_ALLOWED", headers: { Allow: ALLOWED_METHODS.join(", ") } },
  nothing: { status: 404, code: "NOT_FOUND" },
  target: { status: 400, code: "MALFORMED_REQUEST" },
  expectation: { status: 417, code: "MALFORMED_REQUEST" },
  malformed: { status: 400, code: "MALFORMED_REQUEST" },
  headersTooLarge: { status: 431, code: "MALFORMED_REQUEST" },
  tooSlow: { status: 408, code: "MALFORMED_REQUEST" },
  failed: { status: 500, code: "INTERNAL_ERROR" },
  overdue: {
    status: 503,
    code: "SERVICE_UNAVAILABLE",
    headers: { "Retry-After": String(RETRY_AFTER_SECONDS) },
  },
};

/**
 * @param {Refusal} refusal
 * @param {string | undefined} method
 * @param {import("node:http").IncomingHttpHeaders} [asked]
 */
function compose({ status, code, headers = {} }, method, asked = {}) {
  const locale = chooseLocale({ cookie: asked.cookie, acceptLanguage: asked["accept-language"] });
  const detail = MESSAGES[locale].errors[code] ?? "";
  const traceId = traceIdFrom(asked.traceparent);
  const problem = problemDetails({ status, code, detail, traceId });
  const asPage = status === 503 && /\btext\/html\b/.test(asked.accept ?? "");
  const body = asPage
    ? problemPage({ locale, ...wordsOf(locale, traceId), body: detail })
    : JSON.stringify(problem);
  log({ status, code, method, address: asked["x-forwarded-for"], traceId });
  return {
    title: problem.title,
    body,
    headers: {
      "Content-Type": asPage ? "text/html; charset=utf-8" : PROBLEM_TYPE,
      "Content-Length": String(Buffer.byteLength(body)),
      "Cache-Control": "no-store",
      ...SECURITY_HEADERS,
      "X-Trace-ID": traceId,
      Connection: "close",
      ...(asPage && { "Content-Security-Policy": PAGE_POLICY }),
      ...headers,
    },
  };
}

/**
 * @param {import("../lib/locale.mjs").Locale} locale
 * @param {string} traceId
 */
function wordsOf(locale, traceId) {
  const { heading = "", retry = "", reference = "" } = MESSAGES[locale].errorPage;
  return { heading, retry, reference: `${reference} ${traceId}` };
}

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {Refusal} refusal
 */
export function refuse(request, response, refusal) {
  const { body, headers } = compose(refusal, request.method, request.headers);
  // Next names early what the page that was to come would load; this one loads nothing, nor may it.
  response.removeHeader("link");
  response.writeHead(refusal.status, headers);
  response.end(request.method === "HEAD" ? undefined : body);
}

/**
 * Where the request could not be read so far that there is a response to write to.
 *
 * @param {import("node:stream").Duplex} socket
 * @param {Refusal} refusal
 * @param {string} [method]
 */
export function sendRawProblem(socket, refusal, method) {
  // Gone, or in the middle of an answer, which more bytes would only garble.
  const answer = /** @type {{ _httpMessage?: import("node:http").ServerResponse }} */ (socket)._httpMessage;
  if (!socket.writable || answer?.headersSent) {
    socket.destroy();
    return;
  }
  const { title, body, headers } = compose(refusal, method);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${refusal.status} ${title}\r\n${lines.join("")}\r\n${body}`);
  // Whoever goes on sending would keep the connection for as long as they like. At once, the answer might not reach them.
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}

/** @param {Error & { code?: string }} error */
export function problemFor({ code }) {
  if (code === "HPE_HEADER_OVERFLOW") return PROBLEMS.headersTooLarge;
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return PROBLEMS.tooSlow;
  return PROBLEMS.malformed;
}

/** @param {{ status: number, code: string, method?: string, address?: string | string[], traceId: string }} line */
function log({ status, code, method, address, traceId }) {
  if (["warn", "error", "fatal", "silent"].includes(process.env.LOG_LEVEL ?? "")) return;
  const time = new Date().toISOString();
  const line = { level: "info", time, trace_id: traceId, method, status, code, address, msg: "refused" };
  // Not by the console, which goes through the application's log once that is there.
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
