import { clientAddress as addressIn } from "@/lib/client-address.mjs";
import { isGuarded } from "@/lib/guarded.mjs";
import { settings } from "@/lib/settings";

/** Whose request this is, as far as it can be believed. Null where nothing can be: then all such callers count as one. */
export function clientAddress(headers: Headers): string | null {
  const trustedHops = isGuarded() ? 1 : settings().TRUSTED_PROXY_HOPS;
  return addressIn(undefined, headers.get("x-forwarded-for") ?? undefined, trustedHops) || null;
}
