import type { ProviderId } from "@/domain/identities/providers";
import { serializeCookie } from "./cookies";
import { usesHttps } from "./session-cookies";

/** Not a name of ours that would tell a page it is personal. */
const LAST_WAY_COOKIE = "last_way";
const YEAR_SECONDS = 365 * 86_400;

export type Way = "password" | "link" | ProviderId;

/** By what this browser was signed in, for the sign-in page to mark the next time. It outlives signing out. */
export function lastWayCookie(way: Way): string {
  return serializeCookie(LAST_WAY_COOKIE, way, {
    secure: usesHttps(),
    maxAgeSeconds: YEAR_SECONDS,
    readByScript: true,
  });
}

/** As it is found among the browser's cookies. */
export function lastWayPair(way: Way): string {
  return `${LAST_WAY_COOKIE}=${way}`;
}
