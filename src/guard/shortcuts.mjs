import { whenStarted } from "../lib/application.mjs";
import { createOwnPages } from "./own-pages.mjs";
import { createPages } from "./pages.mjs";

/**
 * @typedef {import("node:http").IncomingMessage} IncomingMessage
 * @typedef {import("node:http").ServerResponse} ServerResponse
 * @typedef {(request: IncomingMessage, response: ServerResponse, pass: () => void) => boolean} Shortcut false where Next is to answer
 */

/**
 * What the guard answers itself once the application has started, each only where its setting says so. In development there is
 * none of it: there Next makes everything anew.
 *
 * @param {import("./render.mjs").Serve} serve how Next is asked
 * @param {import("./headers.mjs").Trust} trust
 * @returns {Shortcut}
 */
export function shortcutsFor(serve, { proto, host, port }) {
  const { NODE_ENV, PAGES_FROM_MEMORY, API_BEFORE_NEXT } = process.env;
  /** @type {Shortcut[]} */
  const shortcuts = [];
  if (NODE_ENV === "production" && PAGES_FROM_MEMORY !== "off") {
    const headers = { host, "x-forwarded-proto": proto, "x-forwarded-host": host, "x-forwarded-port": port };
    shortcuts.push(createPages({ serve, headers }), createOwnPages({ serve, headers }));
  }
  // Not before there is something to call: until then nothing but Next is to be loaded.
  if (NODE_ENV === "production" && API_BEFORE_NEXT !== "off") {
    whenStarted(async () => {
      const { createDispatch } = await import("./dispatch.mjs");
      shortcuts.push(createDispatch());
    });
  }
  return (request, response, pass) => shortcuts.some((shortcut) => shortcut(request, response, pass));
}
