import { parseCookies } from "./cookies.mjs";

/**
 * The languages there are; the first is the one for everybody else.
 *
 * @type {readonly ["en", "ru", "de"]}
 */
export const LOCALES = ["en", "ru", "de"];

/** @typedef {(typeof LOCALES)[number]} Locale */

export const LOCALE_COOKIE = "NEXT_LOCALE";

/**
 * @param {unknown} value
 * @returns {value is Locale}
 */
export function isLocale(value) {
  return LOCALES.some((locale) => locale === value);
}

/**
 * The language that whoever sent these headers reads: their cookie's, else what their browser asks for, else English.
 *
 * @param {{ cookie: string | null | undefined, acceptLanguage: string | null | undefined }} headers
 * @returns {Locale}
 */
export function chooseLocale({ cookie, acceptLanguage }) {
  const chosen = parseCookies(cookie).get(LOCALE_COOKIE);
  if (isLocale(chosen)) return chosen;
  const wanted = (acceptLanguage ?? "")
    .slice(0, 500)
    .split(",")
    .map(readRange)
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { language } of wanted) if (isLocale(language)) return language;
  return LOCALES[0];
}

/** @param {string} range one of Accept-Language: ru-RU;q=0.9 */
function readRange(range) {
  const [tag = "", ...params] = range.trim().toLowerCase().split(";");
  const weight = params.map((param) => param.trim()).find((param) => param.startsWith("q="));
  const quality = Number(weight?.slice(2) ?? 1);
  return { language: tag.split("-")[0], quality: Number.isNaN(quality) ? 0 : quality };
}
