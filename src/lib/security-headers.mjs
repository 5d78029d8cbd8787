const TWO_YEARS_SECONDS = 63_072_000;

/** What every answer carries, files included. The policy for scripts is the middleware's: it needs a nonce. */
export const SECURITY_HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  // Not no-referrer: browsers then send `Origin: null` with forms, which the origin check must refuse.
  "Referrer-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/** For what lies beside files, where the middleware doesn't look: the page that says that nothing is there. */
export const FILES_POLICY =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * Only where our address is https: a browser that was told once stays away from http for two years.
 *
 * @param {string} protocol of APP_URL, with or without its colon
 * @returns {string | null} the value of Strict-Transport-Security
 */
export function transportSecurity(protocol) {
  return /^https:?$/.test(protocol) ? `max-age=${TWO_YEARS_SECONDS}; includeSubDomains` : null;
}
