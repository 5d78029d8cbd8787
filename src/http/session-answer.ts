import type { SessionTokens } from "@/domain/sessions/started-session";
import { sessionCookies } from "./session-cookies";

/** Browsers say where they come from; to script in one the refresh token is not shown. */
function isBrowser(headers: Headers) {
  return headers.has("sec-fetch-site") || headers.has("origin");
}

/** Hands a session over: as cookies always, and in the body's fields. */
export function handOver(tokens: SessionTokens, { request, reply }: { request: Request; reply: Headers }) {
  for (const cookie of sessionCookies(tokens)) reply.append("set-cookie", cookie);
  return {
    access_token: tokens.accessToken,
    refresh_token: isBrowser(request.headers) ? undefined : tokens.refreshToken,
    token_type: "bearer" as const,
    expires_in: tokens.accessExpiresInSeconds,
  };
}
