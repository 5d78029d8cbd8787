import type { ClientInfo } from "@/domain/client-info";
import { clientAddress as addressIn } from "@/lib/client-address.mjs";
import { isGuarded } from "@/lib/guarded.mjs";
import { chooseLocale, type Locale } from "@/lib/locale.mjs";
import { isOnVercel } from "@/lib/platform";
import { settings } from "@/lib/settings";

/** Whose request this is, as far as it can be believed. Null where nothing can be: then all such callers count as one. */
export function clientAddress(headers: Headers): string | null {
  // Written there by the platform itself, whatever the caller sent; X-Forwarded-For is what a proxy before it may have made up.
  if (!isGuarded() && isOnVercel()) {
    const seen = headers.get("x-vercel-forwarded-for") ?? headers.get("x-real-ip") ?? undefined;
    return addressIn(undefined, seen, 1) || null;
  }
  const trustedHops = isGuarded() ? 1 : settings().TRUSTED_PROXY_HOPS;
  return addressIn(undefined, headers.get("x-forwarded-for") ?? undefined, trustedHops) || null;
}

/** Who calls, as far as the trail is told. */
export function clientInfoOf(headers: Headers, traceId: string): ClientInfo {
  return {
    address: clientAddress(headers),
    userAgent: headers.get("user-agent"),
    traceId,
    locale: localeOf(headers),
  };
}

/** The language that whoever sent these wants to be told in. */
export function localeOf(headers: Headers): Locale {
  return chooseLocale({ cookie: headers.get("cookie"), acceptLanguage: headers.get("accept-language") });
}
