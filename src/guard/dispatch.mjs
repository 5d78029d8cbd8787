import { getRequestListener } from "@hono/node-server";
import { startedApplication } from "../lib/application.mjs";
import { SECURITY_HEADERS } from "../lib/security-headers.mjs";
import { textOf } from "../lib/text-response.mjs";
import { PROBLEMS, refuse } from "./refusals.mjs";
import { findRoute, isForApi, paramsOf, routeTable } from "./route-table.mjs";

// The API without Next's router before it, by the very handlers that Next would call. What isn't plainly one of its addresses
// goes to Next as ever: this is speed, never meaning.

/** What Next's router says of everything that it answers. */
const VARY = "rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch";

/**
 * @typedef {import("node:http").IncomingMessage} IncomingMessage
 * @typedef {import("node:http").ServerResponse} ServerResponse
 * @typedef {import("../lib/application.mjs").Handler} Handler
 * @typedef {import("./route-table.mjs").Route} Route
 * @typedef {(request: IncomingMessage, response: ServerResponse, pass: () => void) => boolean} Shortcut false where Next is to answer
 * @typedef {ReturnType<typeof getRequestListener>} Listener
 */

/**
 * @param {{ vary?: string }} [router] what would have stood before the handlers
 * @returns {Shortcut}
 */
export function createDispatch({ vary = VARY } = {}) {
  /** @type {import("./route-table.mjs").RouteTable | undefined} */
  let table;
  /** @type {Map<Route, Record<string, Listener>>} */
  const listeners = new Map();

  /** @param {Route} route */
  async function load(route) {
    const made = await loadListeners(route, vary);
    listeners.set(route, made);
    return made;
  }

  /** @type {(request: IncomingMessage, response: ServerResponse, loaded: Record<string, Listener>) => boolean} */
  function answer(request, response, loaded) {
    const listener = loaded[request.method ?? ""];
    if (!listener) return false;
    prepare(request, response);
    if (vary) response.setHeader("vary", vary);
    listener(request, response);
    return true;
  }

  return (request, response, pass) => {
    const application = startedApplication();
    if (!application || !isForApi(request)) return false;
    table ??= routeTable(application.routes);
    const path = pathOf(request.url ?? "");
    const route = findRoute(table, path);
    if (!route) return false;
    const loaded = listeners.get(route);
    if (loaded) return answer(request, response, loaded);
    load(route).then(
      (made) => answer(request, response, made) || pass(),
      (error) => {
        application.onError(error, { method: request.method ?? "", path });
        pass();
      },
    );
    return true;
  };
}

/** @param {string} url */
function pathOf(url) {
  const end = url.indexOf("?");
  return end === -1 ? url : url.slice(0, end);
}

/**
 * @param {Route} route
 * @param {string} vary
 * @returns {Promise<Record<string, Listener>>} by method
 */
async function loadListeners(route, vary) {
  const handlers = await route.load();
  const methods = Object.entries(handlers).filter(([name]) => /^[A-Z]+$/.test(name));
  return Object.fromEntries(
    methods.map(([method, handler]) => [method, listenerFor(route, { handler, vary })]),
  );
}

/**
 * @param {Route} route
 * @param {{ handler: Handler, vary: string }} how
 * @returns {Listener}
 */
function listenerFor(route, { handler, vary }) {
  const none = Promise.resolve({});
  return getRequestListener(
    async (request, { incoming, outgoing }) => {
      const path = pathOf(incoming.url ?? "");
      const params = route.names.length === 0 ? none : Promise.resolve(paramsOf(route, path));
      try {
        const answer = withVary(await handler(request, { params }), vary);
        const text = textOf(answer);
        if (text === undefined) return answer;
        sendText(/** @type {ServerResponse} */ (outgoing), answer, text);
        return ALREADY_SENT;
      } catch (error) {
        startedApplication()?.onError(error, { method: request.method, path });
        refuse(
          /** @type {IncomingMessage} */ (incoming),
          /** @type {ServerResponse} */ (outgoing),
          PROBLEMS.failed,
        );
        return ALREADY_SENT;
      }
    },
    // The globals stay Node's own: the application behind may ask what something is an instance of.
    { overrideGlobalObjects: false },
  );
}

/** @param {Response} answer @param {string} vary */
function withVary(answer, vary) {
  const own = answer.headers.get("vary");
  if (own !== null && vary) answer.headers.set("vary", `${vary}, ${own}`);
  return answer;
}

/**
 * @param {ServerResponse} response
 * @param {Response} answer
 * @param {string} text
 */
function sendText(response, { status, headers }, text) {
  response.statusCode = status;
  for (const [name, value] of headers) {
    // There may be several of them, and each is a line of its own.
    if (name === "set-cookie") response.appendHeader(name, value);
    else response.setHeader(name, value);
  }
  response.end(text);
}

/** As the listener wants to be told that there is nothing left for it to write. */
const ALREADY_SENT = new Response(null, { headers: { "x-hono-already-sent": "true" } });

/**
 * What Next does around a handler: the headers of next.config, and nobody falls over a caller who goes away.
 *
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 */
function prepare(request, response) {
  // As Node has joined them and the guard has settled them; the adapter reads some from here.
  request.rawHeaders = Object.entries(request.headers).flatMap(([name, value]) =>
    [value ?? []].flat().flatMap((each) => [name, each]),
  );
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  request.on("error", ignore);
  response.on("error", ignore);
}

function ignore() {}
