import http from "node:http";
import { syncBuiltinESMExports } from "node:module";
import { isMainThread } from "node:worker_threads";
import { EnvironmentError, resolveEnvironment } from "../lib/environment.mjs";
import { transportSecurity } from "../lib/security-headers.mjs";
import { answerInTime } from "./deadline.mjs";
import { closeGently } from "./drain.mjs";
import { follow } from "./follow.mjs";
import { normalizeHeaders, trustFrom } from "./headers.mjs";
import { sheddingFrom } from "./overload.mjs";
import { ALLOWED_METHODS, PROBLEMS, problemFor, refuse, sendRawProblem } from "./refusals.mjs";
import { shortcutsFor } from "./shortcuts.mjs";

// Stands in front of Next in `npm start`, `npm run dev` and the container (node --import ./src/guard/index.mjs …): settings
// that come from files are in the environment before anything reads it; a request reaches Next only as HTTP should be, with
// the caller's address determined once; a stop lets answers finish.

const LIMITS = {
  headersTimeout: 15_000,
  // Whoever sends a body has it all sent by then; each of those who don't holds a connection.
  requestTimeout: 30_000,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 16_384,
  // Refused below, in the shape that everything is refused in.
  requireHostHeader: false,
};
// Next takes the square of their number in time, and no page or endpoint knows more than ten.
const MOST_PARAMETERS = 200;
const HARD_STOP_MS = 10_000;
// Longer than the minute after which common proxies let go, so that it is they who close an idle connection.
const KEEP_ALIVE_MS = 65_000;

/** @type {Set<http.Server>} */
const guarded = new Set();

if (isMainThread) {
  readSettings();
  standInFront();
  stopInTime();
}

function readSettings() {
  try {
    resolveEnvironment();
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

function standInFront() {
  const createServer = http.createServer;
  /** @param {...any} args */
  http.createServer = (...args) => {
    const [options, listener] = typeof args[0] === "function" ? [{}, args[0]] : args;
    const keepAliveTimeout = Number(process.env.KEEP_ALIVE_TIMEOUT_MS || KEEP_ALIVE_MS);
    const server = createServer({ ...LIMITS, keepAliveTimeout, ...options }, listener);
    guard(server);
    return server;
  };
  syncBuiltinESMExports();
}

/** @param {http.Server} server */
function guard(server) {
  const trust = trustFrom(process.env);
  const transport = transportSecurity(trust.proto);
  const emit = server.emit;
  const opened = closeGently(server, shutdownDelay());
  const turnsAway = sheddingFrom(process.env);
  const shortcuts = shortcutsFor(
    (request, response) => Reflect.apply(emit, server, ["request", request, response]),
    trust,
  );
  /** @param {any[]} args */
  server.emit = (...args) => {
    const [event, request, answer] = args;
    if (event === "request" || event === "upgrade") {
      if (event === "request") opened(answer);
      normalizeHeaders(request, trust);
      // On files and refusals too, which the application doesn't answer.
      if (transport && event === "request") answer.setHeader("strict-transport-security", transport);
      const refusal = problemOf(request) ?? (turnsAway(request) ? PROBLEMS.overdue : null);
      if (refusal && event === "request") refuse(request, answer, refusal);
      else if (refusal) sendRawProblem(answer, refusal, request.method);
      if (refusal) return true;
      if (event === "request") {
        if (process.env.NODE_ENV === "production") answerInTime(request, answer);
        const pass = () => Reflect.apply(emit, server, args);
        return follow(request, answer, () => shortcuts(request, answer, pass) || pass());
      }
    }
    return Reflect.apply(emit, server, args);
  };
  server.on("connect", (request, socket) => sendRawProblem(socket, PROBLEMS.method, request.method));
  server.on("checkExpectation", (request, response) => refuse(request, response, PROBLEMS.expectation));
  server.on("clientError", (error, socket) => sendRawProblem(socket, problemFor(error)));
  if (process.env.NODE_ENV === "production") withoutUpgrades(server);
  guarded.add(server);
}

/** @param {http.IncomingMessage} request */
function problemOf(request) {
  if (!ALLOWED_METHODS.includes(request.method ?? "")) return PROBLEMS.method;
  if (!namesOneHost(request) || countOf(request, "authorization") > 1) return PROBLEMS.malformed;
  // The absolute form, which a server has to take as well (RFC 9112 §3.2.2).
  request.url = request.url?.replace(/^https?:\/\/[^/?#]*(?=[/?#]|$)\/?/i, "/");
  // Switched off (next.config.mjs), and refused here whatever a product built on this switches on.
  if (/^\/_next\/image(?:[/?]|$)/.test(request.url ?? "")) return PROBLEMS.nothing;
  return isReadable(request.url) ? null : PROBLEMS.target;
}

/** @param {http.IncomingMessage} request */
function namesOneHost(request) {
  const hosts = countOf(request, "host");
  return hosts === 1 || (hosts === 0 && request.httpVersion === "1.0");
}

/**
 * Of two, Node keeps one, and a proxy may have looked at the other.
 *
 * @param {http.IncomingMessage} request
 * @param {string} name
 */
function countOf({ rawHeaders }, name) {
  return rawHeaders.filter((given, index) => index % 2 === 0 && given.toLowerCase() === name).length;
}

/**
 * A path that is no UTF-8 behind its percent signs makes Next fail; a thousand parameters, wait.
 *
 * @param {string | undefined} url
 */
function isReadable(url = "") {
  try {
    decodeURIComponent(/^[^?#]*/.exec(url)?.[0] ?? "");
  } catch {
    return false;
  }
  return url.startsWith("/") && url.split("&", MOST_PARAMETERS + 1).length <= MOST_PARAMETERS;
}

/**
 * Only hot reload speaks anything but HTTP. Where nobody listens for upgrades, Node takes a request that offers one
 * (curl --http2) as the plain request it also is.
 *
 * @param {http.Server} server
 */
function withoutUpgrades(server) {
  const on = server.on;
  /** @param {any[]} args */
  server.on = (...args) => (args[0] === "upgrade" ? server : Reflect.apply(on, server, args));
}

/** Next itself closes and ends at these signals, when the last answer is out; a hung one must not keep the process. */
function stopInTime() {
  let stopping = false;
  /** @param {NodeJS.Signals} signal */
  const begin = (signal) => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), HARD_STOP_MS + shutdownDelay()).unref();
    const alone = process.listenerCount(signal) === 1;
    if (alone) Promise.all([...guarded].map(closed)).then(() => process.exit(0));
  };
  process.on("SIGTERM", begin);
  process.on("SIGINT", begin);
  // How the launcher stops it on systems without signals; and when the launcher is gone.
  if (process.channel && process.env.GATEHOUSE_LAUNCHER) {
    const end = () => process.emit("SIGTERM", "SIGTERM");
    process.on("message", (message) => message === "stop" && end());
    process.on("disconnect", end);
  }
}

function shutdownDelay() {
  return Number(process.env.SHUTDOWN_DELAY_MS || 0);
}

/** @param {http.Server} server */
function closed(server) {
  return new Promise((resolve) => server.close(resolve));
}
