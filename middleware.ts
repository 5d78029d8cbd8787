import { type NextRequest, NextResponse } from "next/server";
import { verifyAccessToken } from "@/domain/sessions/access-token";
import { isOwnOrigin } from "@/http/origin";
import { addTransportSecurity, pageSecurityPolicy } from "@/http/security-headers";
import { sessionCookieNames } from "@/http/session-cookies";
import { settings } from "@/lib/settings";
import { traceIdFrom, traceparentOf } from "@/lib/trace-id.mjs";

// Comfort, not access: it spares people a page that would turn them away. Every page and endpoint asks for itself
// (http/caller.ts), and nothing opens where this is skipped.

const OPEN_PAGES = new Set([
  "/login",
  "/register",
  "/setup",
  "/forgot-password",
  "/reset-password",
  "/verify-email",
  "/sign-in-link",
  "/change-email",
  "/undo-email-change",
  "/invitation",
  "/not-me",
  "/dev/mail",
  "/preferences",
  "/favicon.ico",
  "/opengraph-image.png",
  "/manifest.webmanifest",
]);
// Asked for by programs, which a sign-in page would tell nothing.
const WELL_KNOWN = "/.well-known/";

export async function middleware(request: NextRequest): Promise<NextResponse> {
  const traceId = traceIdFrom(request.headers.get("traceparent"));
  const response = (await turnAway(request)) ?? passOn(request, traceId);
  response.headers.set("x-trace-id", traceId);
  addTransportSecurity(response.headers);
  return response;
}

/** Visitors go to sign in; who has only a refresh token left renews first and comes back. */
async function turnAway(request: NextRequest): Promise<NextResponse | null> {
  const { pathname, search } = request.nextUrl;
  if (OPEN_PAGES.has(pathname) || pathname.startsWith(WELL_KNOWN)) return null;
  if (request.method !== "GET" && request.method !== "HEAD") return null;
  const names = sessionCookieNames();
  const access = request.cookies.get(names.access)?.value;
  if (access && (await isCurrent(access))) return null;
  const next =
    pathname === "/" && search === "" ? "" : `?${new URLSearchParams({ next: pathname + search })}`;
  const target = request.cookies.get(names.refresh)?.value ? `/api/v1/auth/refresh${next}` : `/login${next}`;
  const redirect = NextResponse.redirect(new URL(target, ownOrigin(request)), 307);
  redirect.headers.set("cache-control", "no-store");
  return redirect;
}

async function isCurrent(access: string) {
  return verifyAccessToken(access).then(
    () => true,
    () => false,
  );
}

/** APP_URL, or the name of this machine that the browser uses: its cookies live there. Never an unknown Host. */
function ownOrigin(request: NextRequest) {
  const { APP_URL } = settings();
  const asked = `${new URL(APP_URL).protocol}//${request.headers.get("host")}`;
  return isOwnOrigin(asked) ? asked : APP_URL;
}

function passOn(request: NextRequest, traceId: string) {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const policy = pageSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy); // where Next finds the nonce for its own scripts
  headers.set("x-gatehouse-path", request.nextUrl.pathname + request.nextUrl.search);
  headers.set("traceparent", traceparentOf(traceId));
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  // Script can read this one of the document's own headers: where nothing is, the page shows it.
  response.headers.set("server-timing", `trace;desc="${traceId}"`);
  return response;
}

// Pages only, and every one of them that is sent as a page, since its policy comes from here. What the router prefetches (no
// page, but what it is made of) is left out: one that meets a dead access token would renew on nobody's behalf.
// Next reads this before anything runs, so it is literal, here and in src/middleware.ts; a test holds the two together.
export const config = {
  matcher: [
    {
      source:
        "/((?!api(?:/|$)|_next/|api-docs/|vendor/|dev/mail/|graphql$|health$|live$|ready$|metrics$|cron$|docs$|redoc$|icon\\.svg$|apple-icon\\.png$|robots\\.txt$).*)",
      missing: [
        { type: "header", key: "next-router-prefetch" },
        { type: "header", key: "purpose", value: "prefetch" },
      ],
    },
    {
      source:
        "/((?!api(?:/|$)|_next/|api-docs/|vendor/|dev/mail/|graphql$|health$|live$|ready$|metrics$|cron$|docs$|redoc$|icon\\.svg$|apple-icon\\.png$|robots\\.txt$).*)",
      missing: [{ type: "header", key: "rsc" }],
    },
  ],
};
