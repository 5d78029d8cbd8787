type CookieOptions = {
  maxAgeSeconds?: number;
  domain?: string;
  secure: boolean;
  path?: string;
  /** `none`: sent from pages of other sites too, each site's apart from the others'. */
  sameSite?: "lax" | "none";
  readByScript?: boolean;
};

/** A cookie, which script can read only where that is said. Without maxAgeSeconds it ends with the browser. */
export function serializeCookie(name: string, value: string, options: CookieOptions): string {
  return [
    `${name}=${value}`,
    `Path=${options.path ?? "/"}`,
    options.domain && `Domain=${options.domain}`,
    options.maxAgeSeconds !== undefined && `Max-Age=${options.maxAgeSeconds}`,
    options.maxAgeSeconds === 0 && "Expires=Thu, 01 Jan 1970 00:00:00 GMT",
    !options.readByScript && "HttpOnly",
    options.sameSite === "none" ? "SameSite=None" : "SameSite=Lax",
    options.secure && "Secure",
    options.sameSite === "none" && "Partitioned",
  ]
    .filter(Boolean)
    .join("; ");
}
