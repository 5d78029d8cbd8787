import { setTimeout as sleep } from "node:timers/promises";
import { whenStarted } from "../lib/application.mjs";
import { isForApi } from "./route-table.mjs";

/** For an application that doesn't come. */
const PATIENCE_MS = 10_000;

/** @typedef {import("./dispatch.mjs").Shortcut} Shortcut */

/**
 * What the guard answers itself once the application has started, each only where its setting says so. In development there is
 * none of it: there Next makes everything anew.
 *
 * Whoever asks the API before that waits for it here. Next would have them wait as well, and load its router for them.
 *
 * @param {import("./render.mjs").Serve} serve how Next is asked
 * @param {import("./headers.mjs").Trust} trust
 * @returns {Shortcut}
 */
export function shortcutsFor(serve, trust) {
  const { NODE_ENV, PAGES_FROM_MEMORY, API_BEFORE_NEXT } = process.env;
  if (NODE_ENV !== "production") return () => false;
  const wanted = { pages: PAGES_FROM_MEMORY !== "off", api: API_BEFORE_NEXT !== "off" };
  /** @type {Shortcut[]} */
  const shortcuts = [];
  const loaded = new Promise((resolve) => {
    // Until then nothing but Next is to be loaded.
    whenStarted(async () => {
      if (wanted.api) shortcuts.push((await import("./dispatch.mjs")).createDispatch());
      resolve(true);
      if (wanted.pages) shortcuts.push(...(await loadPages(serve, trust)));
    });
  });
  return (request, response, pass) => {
    const take = () => shortcuts.some((shortcut) => shortcut(request, response, pass));
    if (shortcuts.length > 0) return take();
    if (!wanted.api || !isForApi(request)) return false;
    const patience = sleep(PATIENCE_MS, undefined, { ref: false });
    Promise.race([loaded, patience]).then(() => take() || pass());
    return true;
  };
}

/**
 * @param {import("./render.mjs").Serve} serve
 * @param {import("./headers.mjs").Trust} trust
 * @returns {Promise<Shortcut[]>}
 */
async function loadPages(serve, { proto, host, port }) {
  const headers = { host, "x-forwarded-proto": proto, "x-forwarded-host": host, "x-forwarded-port": port };
  const { createPages } = await import("./pages.mjs");
  const { createOwnPages } = await import("./own-pages.mjs");
  return [createPages({ serve, headers }), createOwnPages({ serve, headers })];
}
