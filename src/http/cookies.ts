/** The cookies of a request, by name; the first of a name wins, as browsers send the most specific one first. */
export function parseCookies(header: string | null): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of (header ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (at < 1) continue;
    const name = pair.slice(0, at).trim();
    if (!cookies.has(name)) cookies.set(name, pair.slice(at + 1).trim());
  }
  return cookies;
}

type CookieOptions = { maxAgeSeconds?: number; domain?: string; secure: boolean; path?: string };

/** A cookie that script can't read. Without maxAgeSeconds it ends with the browser. */
export function serializeCookie(name: string, value: string, options: CookieOptions): string {
  return [
    `${name}=${value}`,
    `Path=${options.path ?? "/"}`,
    options.domain && `Domain=${options.domain}`,
    options.maxAgeSeconds !== undefined && `Max-Age=${options.maxAgeSeconds}`,
    options.maxAgeSeconds === 0 && "Expires=Thu, 01 Jan 1970 00:00:00 GMT",
    "HttpOnly",
    "SameSite=Lax",
    options.secure && "Secure",
  ]
    .filter(Boolean)
    .join("; ");
}
