import { listProviders } from "@/domain/identities/providers";
import { transportSecurity } from "@/lib/security-headers.mjs";
import { settings } from "@/lib/settings";

export function addTransportSecurity(headers: Headers) {
  const value = transportSecurity(new URL(settings().APP_URL).protocol);
  if (value) headers.set("strict-transport-security", value);
}

/** What a page may load and run: ours, and of scripts only those that carry this answer's nonce or were loaded by one that does. */
export function pageSecurityPolicy(nonce: string): string {
  // A form post that ends at a provider is a form post to it.
  const providers = listProviders().map(({ origin }) => ` ${origin}`);
  const development = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    `form-action 'self'${providers.join("")}`,
    "frame-ancestors 'none'",
  ].join("; ");
}
