import { cookies } from "next/headers";
import { cache } from "react";
import { z } from "zod";
import { LOCALE_COOKIE, LOCALES } from "@/i18n/locale";
import { serializeCookie } from "./cookies";
import { seeOther } from "./form-state";
import { isOwnOrigin, safeNext } from "./origin";
import { usesHttps } from "./session-cookies";

export const THEMES = ["light", "dark", "system"] as const;

export type Theme = (typeof THEMES)[number];

export const SIDEBARS = ["expanded", "collapsed"] as const;

export type Sidebar = (typeof SIDEBARS)[number];

const COOKIE_NAMES = { locale: LOCALE_COOKIE, theme: "theme", sidebar: "sidebar" };

const YEAR_SECONDS = 365 * 86_400;

/** How this browser likes its pages: from cookies, so that the first byte is already right. */
export const readPreferences = cache(async (): Promise<{ theme: Theme; sidebar: Sidebar }> => {
  const jar = await cookies();
  return {
    theme: oneOf(THEMES, jar.get(COOKIE_NAMES.theme)?.value) ?? "system",
    sidebar: oneOf(SIDEBARS, jar.get(COOKIE_NAMES.sidebar)?.value) ?? "expanded",
  };
});

function oneOf<T extends string>(allowed: readonly T[], value: string | undefined): T | undefined {
  return allowed.find((it) => it === value);
}

export const preferencesSchema = z
  .object({ locale: z.enum(LOCALES), theme: z.enum(THEMES), sidebar: z.enum(SIDEBARS) })
  .partial();

/** Keeps what was chosen and goes back to the page it was chosen on. */
export function keepPreferences(chosen: z.output<typeof preferencesSchema>, request: Request): Response {
  const reply = new Headers();
  for (const [name, value] of Object.entries(chosen)) {
    const cookie = COOKIE_NAMES[name as keyof typeof COOKIE_NAMES];
    reply.append(
      "set-cookie",
      serializeCookie(cookie, value, { secure: usesHttps(), maxAgeSeconds: YEAR_SECONDS }),
    );
  }
  return seeOther(pageBefore(request.headers.get("referer")), reply);
}

function pageBefore(referer: string | null): string {
  if (referer === null || !URL.canParse(referer)) return "/";
  const { origin, pathname, search } = new URL(referer);
  return isOwnOrigin(origin) ? safeNext(pathname + search) : "/";
}
