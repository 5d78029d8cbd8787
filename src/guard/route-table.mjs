const ADDRESSES =
  /^\/(?:api\/v1(?:\/(?!\.{1,2}(?:[/?]|$))[\w.~-]+)+|graphql|health|live|ready)(?:$|\?(?!.*nxt[PI]))/;
const PLAIN_HOST = /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

/**
 * Whether this is plainly for one of the API's addresses: no escapes, no dots, no odd host, none of the router's own parameters.
 *
 * @param {import("node:http").IncomingMessage} request
 */
export function isForApi({ url = "", headers }) {
  return ADDRESSES.test(url) && PLAIN_HOST.test(headers.host ?? "");
}

/**
 * @typedef {import("../lib/application.mjs").CompiledRoute} CompiledRoute
 * @typedef {{ load: CompiledRoute["load"], pattern: RegExp, names: string[] }} Route
 * @typedef {{ fixed: Map<string, Route>, patterned: Route[] }} RouteTable
 */

/**
 * Addresses as Next tells them apart: a fixed one goes before one with parts that vary. What takes any number of parts is
 * left out, and so to Next.
 *
 * @param {CompiledRoute[]} routes
 * @returns {RouteTable}
 */
export function routeTable(routes) {
  /** @type {RouteTable} */
  const table = { fixed: new Map(), patterned: [] };
  for (const { address, load } of routes.toSorted(bySpecificity)) {
    if (address.includes("[...") || address.includes("[[")) continue;
    const names = [...address.matchAll(/\[(\w+)\]/g)].map(([, name]) => String(name));
    const pattern = new RegExp(`^${address.replaceAll(".", "\\.").replaceAll(/\[\w+\]/g, "([^/]+)")}$`);
    if (names.length === 0) table.fixed.set(address, { load, pattern, names });
    else table.patterned.push({ load, pattern, names });
  }
  return table;
}

/** @param {CompiledRoute} a @param {CompiledRoute} b */
function bySpecificity(a, b) {
  return a.address.replaceAll("[", "\uffff") < b.address.replaceAll("[", "\uffff") ? -1 : 1;
}

/**
 * @param {RouteTable} table
 * @param {string} path
 * @returns {Route | undefined}
 */
export function findRoute({ fixed, patterned }, path) {
  return fixed.get(path) ?? patterned.find(({ pattern }) => pattern.test(path));
}

/**
 * @param {Route} route
 * @param {string} path
 * @returns {Record<string, string>}
 */
export function paramsOf({ names, pattern }, path) {
  const values = pattern.exec(path)?.slice(1) ?? [];
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? ""]));
}
