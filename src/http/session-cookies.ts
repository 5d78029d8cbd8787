import type { SessionTokens } from "@/domain/sessions/started-session";
import { settings } from "@/lib/settings";
import { serializeCookie } from "./cookies";

export function usesHttps(): boolean {
  return settings().APP_URL.startsWith("https:");
}

/** `__Host-` where the browser can hold us to it: over https and for this host alone. */
function hostPrefix() {
  return usesHttps() && !settings().COOKIE_DOMAIN ? "__Host-" : "";
}

export function sessionCookieNames() {
  return { access: `${hostPrefix()}gatehouse.access`, refresh: `${hostPrefix()}gatehouse.refresh` };
}

/** The Set-Cookie lines that hand a session to a browser. Not persistent: they end with it. */
export function sessionCookies(tokens: SessionTokens): string[] {
  const names = sessionCookieNames();
  const lifeSeconds = Math.max(Math.floor((tokens.expiresAt.getTime() - Date.now()) / 1000), 0);
  const { COOKIE_DOMAIN: domain, COOKIE_SAME_SITE: sameSite } = settings();
  const options = { secure: usesHttps(), domain, sameSite };
  return [
    serializeCookie(names.access, tokens.accessToken, {
      ...options,
      maxAgeSeconds: tokens.persistent ? tokens.accessExpiresInSeconds : undefined,
    }),
    serializeCookie(names.refresh, tokens.refreshToken, {
      ...options,
      maxAgeSeconds: tokens.persistent ? lifeSeconds : undefined,
    }),
  ];
}

/** Clears both, for this host and for the Domain they may have been set with. */
export function clearedSessionCookies(): string[] {
  const { COOKIE_DOMAIN: domain, COOKIE_SAME_SITE: sameSite } = settings();
  const options = { secure: usesHttps(), maxAgeSeconds: 0, sameSite };
  return Object.values(sessionCookieNames()).flatMap((name) => [
    serializeCookie(name, "", options),
    ...(domain ? [serializeCookie(name, "", { ...options, domain })] : []),
  ]);
}
