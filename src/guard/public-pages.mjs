import { startedApplication } from "../lib/application.mjs";
import { asksPlainly, preferenceCookies } from "./asked-page.mjs";

// Which requests get a page that is the same for everybody, and what it depends on. Whatever else is in a request is either
// of no effect on these pages, or sends it to Next.

const PAGES = ["/login", "/register"];
/** Where nobody comes back to after signing in. */
const NO_DESTINATIONS = [...PAGES, "/setup"];

/** What shows a session, proves one, or brings back what was typed. All cookies of ours but the preferences have this name. */
const PERSONAL_COOKIE = /gatehouse\./;

/**
 * @typedef {import("node:http").IncomingMessage} IncomingMessage
 * @typedef {{ url: string, cookie: string }} Asked what the page is made from, and so what it is kept under
 */

/**
 * @param {IncomingMessage} request
 * @returns {Asked | null} null where it is a matter for Next
 */
export function readAsked(request) {
  const { url = "", headers } = request;
  if (!asksPlainly(request) || !isKnown(url) || PERSONAL_COOKIE.test(headers.cookie ?? "")) return null;
  return { url, cookie: preferenceCookies(headers) };
}

/**
 * Without a query, or with the way back to one of our own pages as the middleware writes it. What else a caller may put there
 * stands in the page's scripts, which carry the nonce.
 *
 * @param {string} url
 */
function isKnown(url) {
  const at = url.indexOf("?");
  const path = at === -1 ? url : url.slice(0, at);
  return PAGES.includes(path) && (at === -1 || destinations().has(url.slice(at + 1)));
}

/** @type {Set<string> | undefined} */
let known;

function destinations() {
  const { pages } = startedApplication() ?? {};
  if (!pages) return new Set();
  known ??= new Set(
    pages
      .filter((page) => /^[/a-z-]+$/.test(page) && !NO_DESTINATIONS.includes(page))
      .map((page) => String(new URLSearchParams({ next: page }))),
  );
  return known;
}
