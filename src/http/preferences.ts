import { z } from "zod";
import { LOCALE_COOKIE, LOCALES } from "@/lib/locale.mjs";
import { SIDEBAR_COOKIE, SIDEBARS, THEME_COOKIE, THEMES } from "@/lib/preferences.mjs";
import { serializeCookie } from "./cookies";
import { seeOther } from "./form-state";
import { isOwnOrigin, safeNext } from "./origin";
import { usesHttps } from "./session-cookies";

const COOKIE_NAMES = { locale: LOCALE_COOKIE, theme: THEME_COOKIE, sidebar: SIDEBAR_COOKIE };

const YEAR_SECONDS = 365 * 86_400;

export const preferencesSchema = z
  .object({ locale: z.enum([...LOCALES, ""]), theme: z.enum(THEMES), sidebar: z.enum(SIDEBARS) })
  .partial();

/** An account's language for the browser it is used in. */
export function localeCookie(locale: string): string {
  return preferenceCookie(LOCALE_COOKIE, locale);
}

/** Kept for a year; nothing is kept of what is empty. */
function preferenceCookie(name: string, value: string) {
  return serializeCookie(name, value, {
    secure: usesHttps(),
    maxAgeSeconds: value === "" ? 0 : YEAR_SECONDS,
  });
}

/** Keeps what was chosen and goes back to the page it was chosen on. */
export function keepPreferences(chosen: z.output<typeof preferencesSchema>, request: Request): Response {
  const reply = new Headers();
  for (const [name, value] of Object.entries(chosen)) {
    const cookie = COOKIE_NAMES[name as keyof typeof COOKIE_NAMES];
    reply.append("set-cookie", preferenceCookie(cookie, value));
  }
  return seeOther(pageBefore(request.headers.get("referer")), reply);
}

function pageBefore(referer: string | null): string {
  if (referer === null || !URL.canParse(referer)) return "/";
  const { origin, pathname, search } = new URL(referer);
  return isOwnOrigin(origin) ? safeNext(pathname + search) : "/";
}
