import type { ClientInfo } from "@/domain/client-info";
import { renewSession } from "@/domain/sessions/renew-session";
import { parseCookies } from "@/lib/cookies.mjs";
import { Problem } from "@/lib/errors";
import { cookieTokens } from "./caller";
import { serializeCookie } from "./cookies";
import { reasonCookie, seeOther } from "./form-state";
import { safeNext } from "./origin";
import { clearedSessionCookies, sessionCookies, usesHttps } from "./session-cookies";

// Counts renewals that follow on each other within seconds: a page that still turns its reader away would go on for ever.
const MARKER_SECONDS = 10;
const MOST_IN_A_ROW = 5;

type Renewal = { headers: Headers; next: string | undefined; clientInfo: ClientInfo };

function markerName() {
  return `${usesHttps() ? "__Host-" : ""}gatehouse.renewals`;
}

/**
 * For a browser on its way to a page: with a renewed session on to the page, without one to sign in. Ends any loop, and
 * leaves the session alone then: it may be another site that sends its reader here again and again.
 */
export async function renewForPage({ headers, next, clientInfo }: Renewal): Promise<Response> {
  const target = withoutRouterParam(safeNext(next));
  const count = Number(parseCookies(headers.get("cookie")).get(markerName()) ?? 0) || 0;
  const token = cookieTokens(headers).refresh;
  const marker = serializeCookie(markerName(), String(count + 1), {
    secure: usesHttps(),
    maxAgeSeconds: MARKER_SECONDS,
  });
  if (count >= MOST_IN_A_ROW) {
    throw new Problem("RATE_LIMIT_EXCEEDED", { retryAfterSeconds: MARKER_SECONDS });
  }
  try {
    if (token === undefined) throw new Problem("MISSING_REFRESH_TOKEN");
    const cookies = sessionCookies(await renewSession({ token, clientInfo, unlessFresh: true }));
    return seeOther(target, setCookies([...cookies, marker]));
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 401) throw error;
    const login = target === "/" ? "/login" : `/login?${new URLSearchParams({ next: target })}`;
    // Who had no session isn't told that it has ended.
    const reasons = error.code === "MISSING_REFRESH_TOKEN" ? [] : [reasonCookie(error.code)];
    return seeOther(login, setCookies([...clearedSessionCookies(), ...reasons]));
  }
}

function setCookies(cookies: string[]) {
  const headers = new Headers();
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return headers;
}

/** Next's router adds `_rsc` to what it fetches; it is none of the page's business. */
function withoutRouterParam(path: string) {
  const url = new URL(path, "https://gatehouse.invalid");
  if (!url.searchParams.has("_rsc")) return path;
  url.searchParams.delete("_rsc");
  return url.pathname + url.search + url.hash;
}
