import { parseCookies } from "./cookies.mjs";

/** @type {readonly ["light", "dark", "system"]} */
export const THEMES = ["light", "dark", "system"];

/** @typedef {(typeof THEMES)[number]} Theme */

/** @type {readonly ["expanded", "collapsed"]} */
export const SIDEBARS = ["expanded", "collapsed"];

/** @typedef {(typeof SIDEBARS)[number]} Sidebar */

export const THEME_COOKIE = "theme";
export const SIDEBAR_COOKIE = "sidebar";

/**
 * How a browser likes its pages: from cookies, so that the first byte is already right.
 *
 * @param {string | null | undefined} cookie the header
 * @returns {{ theme: Theme, sidebar: Sidebar }}
 */
export function preferencesIn(cookie) {
  const cookies = parseCookies(cookie);
  const theme = cookies.get(THEME_COOKIE);
  const sidebar = cookies.get(SIDEBAR_COOKIE);
  return {
    theme: THEMES.find((it) => it === theme) ?? "system",
    sidebar: SIDEBARS.find((it) => it === sidebar) ?? "expanded",
  };
}
