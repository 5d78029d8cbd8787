import { Problem } from "@/lib/errors";
import { isLoopback } from "@/lib/loopback";
import { previewOrigins } from "@/lib/platform";
import { settings } from "@/lib/settings";

/** The origins that are us: APP_URL's, on a loopback address its other names too, and on a preview its own. */
export function isOwnOrigin(origin: string): boolean {
  const own = new URL(settings().APP_URL);
  if (origin === own.origin || previewOrigins().includes(origin)) return true;
  if (!isLoopback(own.hostname) || !URL.canParse(origin)) return false;
  const other = new URL(origin);
  return (
    other.origin === origin &&
    isLoopback(other.hostname) &&
    other.port === own.port &&
    other.protocol === own.protocol
  );
}

export function isAllowedOrigin(origin: string): boolean {
  return isOwnOrigin(origin) || settings().CORS_ORIGINS.includes(origin);
}

/** Refuses what another site made a browser send. Browsers name the sender; other clients have no cookie to abuse. */
export function requireTrustedOrigin(headers: Headers) {
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  const trusted = origin !== null ? isAllowedOrigin(origin) : site !== "cross-site" && site !== "same-site";
  if (!trusted) throw new Problem("CSRF_REJECTED");
}

/** Lets the pages of CORS_ORIGINS read the answer, and nobody else's. */
export function addCorsHeaders(headers: Headers, origin: string | null) {
  if (settings().CORS_ORIGINS.length === 0) return;
  headers.append("vary", "Origin");
  if (origin === null || !settings().CORS_ORIGINS.includes(origin)) return;
  headers.set("access-control-allow-origin", origin);
  headers.set("access-control-allow-credentials", "true");
  headers.set("access-control-expose-headers", "X-Trace-ID, Retry-After");
}

/** Where to go after signing in or out: a path of ours, or home. Browsers read "\" as "/" and skip tabs and newlines. */
export function safeNext(next: string | null | undefined): string {
  if (!next || next.length > 2000 || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(next)) return "/";
  const base = "https://gatehouse.invalid";
  if (!URL.canParse(next, base)) return "/";
  const target = new URL(next, base);
  const path = target.pathname + target.search + target.hash;
  return target.origin === base && !path.startsWith("//") ? path : "/";
}
