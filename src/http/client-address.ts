import type { ClientInfo } from "@/domain/client-info";
import { clientAddress as addressIn } from "@/lib/client-address.mjs";
import { isGuarded } from "@/lib/guarded.mjs";
import { settings } from "@/lib/settings";
import { localeOf } from "./problem";

/** Whose request this is, as far as it can be believed. Null where nothing can be: then all such callers count as one. */
export function clientAddress(headers: Headers): string | null {
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
