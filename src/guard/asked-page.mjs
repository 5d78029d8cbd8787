import { chooseLocale, LOCALE_COOKIE } from "../lib/locale.mjs";
import { preferencesIn, SIDEBAR_COOKIE, THEME_COOKIE } from "../lib/preferences.mjs";

// What a request for a page may be like that is answered from memory, and what of it has a say in how every page looks.

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

/** @typedef {import("node:http").IncomingMessage} IncomingMessage */

/** @param {IncomingMessage} request */
export function asksPlainly({ method, headers }) {
  if (method !== "GET" && method !== "HEAD") return false;
  return !NOT_PLAIN.some((name) => headers[name] !== undefined) && !PROGRAM.test(headers["user-agent"] ?? "");
}

/**
 * As they apply, so that all who get the same page ask for it by the same.
 *
 * @param {import("node:http").IncomingHttpHeaders} headers
 */
export function preferenceCookies({ cookie, "accept-language": acceptLanguage }) {
  const locale = chooseLocale({ cookie, acceptLanguage });
  const { theme, sidebar } = preferencesIn(cookie);
  return `${LOCALE_COOKIE}=${locale}; ${THEME_COOKIE}=${theme}; ${SIDEBAR_COOKIE}=${sidebar}`;
}

/**
 * @param {IncomingMessage} request
 * @returns {"gzip" | "identity" | null} null where it is a matter for Next, which compresses nothing for HEAD
 */
export function encodingOf({ method, headers }) {
  const accepted = headers["accept-encoding"];
  return encodingFor(method === "HEAD" ? undefined : [accepted].flat().join(", "));
}

/**
 * @param {string | undefined} accepted
 * @returns {"gzip" | "identity" | null} what Next would choose; null where that takes more reading
 */
export function encodingFor(accepted) {
  if (accepted === undefined || accepted === "" || accepted === "identity") return "identity";
  return /(?:^|[\s,])gzip(?:[\s,]|$)/.test(accepted) && !accepted.includes(";") ? "gzip" : null;
}
