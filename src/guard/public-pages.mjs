import { startedApplication } from "../lib/application.mjs";
import { chooseLocale, LOCALE_COOKIE } from "../lib/locale.mjs";
import { preferencesIn, SIDEBAR_COOKIE, THEME_COOKIE } from "../lib/preferences.mjs";

// Which requests get a page that is the same for everybody, and what it depends on. Whatever else is in a request is either
// of no effect on these pages, or sends it to Next.

const PAGES = ["/login", "/register"];
/** Where nobody comes back to after signing in. */
const NO_DESTINATIONS = [...PAGES, "/setup"];

/** What shows a session, proves one, or brings back what was typed. All cookies of ours but the preferences have this name. */
const PERSONAL_COOKIE = /gatehouse\./;
/** The router asks for parts of a page; a body or an upgrade is nothing that a page is asked with. */
const NOT_PLAIN = [
  "authorization",
  "rsc",
  "next-action",
  "next-router-state-tree",
  "next-router-prefetch",
  "next-router-segment-prefetch",
  "next-url",
  "purpose",
  "content-length",
  "transfer-encoding",
  "upgrade",
];
/** Next makes pages otherwise for programs that read only a document's head; here for all that may be one. */
const PROGRAM =
  /bot|crawl|spider|google|lighthouse|slurp|yandex|sogou|tumblr|vkshare|preview|archiver|facebook|whatsapp|yeti|quora/i;

/**
 * @typedef {import("node:http").IncomingMessage} IncomingMessage
 * @typedef {{ url: string, cookie: string }} Asked what the page is made from, and so what it is kept under
 */

/**
 * @param {IncomingMessage} request
 * @returns {Asked | null} null where it is a matter for Next
 */
export function readAsked({ method, url = "", headers }) {
  if (method !== "GET" && method !== "HEAD") return null;
  if (!isKnown(url)) return null;
  const { cookie = "" } = headers;
  if (PERSONAL_COOKIE.test(cookie) || NOT_PLAIN.some((name) => headers[name] !== undefined)) return null;
  if (PROGRAM.test(headers["user-agent"] ?? "")) return null;
  const locale = chooseLocale({ cookie, acceptLanguage: headers["accept-language"] });
  const { theme, sidebar } = preferencesIn(cookie);
  return {
    url,
    cookie: `${LOCALE_COOKIE}=${locale}; ${THEME_COOKIE}=${theme}; ${SIDEBAR_COOKIE}=${sidebar}`,
  };
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

/**
 * @param {string | undefined} accepted
 * @returns {"gzip" | "identity" | null} what Next would choose; null where that takes more reading
 */
export function encodingFor(accepted) {
  if (accepted === undefined || accepted === "" || accepted === "identity") return "identity";
  return /(?:^|[\s,])gzip(?:[\s,]|$)/.test(accepted) && !accepted.includes(";") ? "gzip" : null;
}
