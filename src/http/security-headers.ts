import { listProviders } from "@/domain/identities/providers";
import { settings } from "@/lib/settings";

const TWO_YEARS_SECONDS = 63_072_000;

/** Only where APP_URL is https: a browser that was told once stays away from http for two years. */
export function addTransportSecurity(headers: Headers) {
  if (settings().APP_URL.startsWith("https:")) {
    headers.set("strict-transport-security", `max-age=${TWO_YEARS_SECONDS}; includeSubDomains`);
  }
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
