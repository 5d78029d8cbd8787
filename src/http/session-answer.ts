import type { SessionTokens } from "@/domain/sessions/started-session";
import { localeCookie } from "./preferences";
import { sessionCookies } from "./session-cookies";

/** Browsers say where they come from; to script in one the refresh token is not shown. */
function isBrowser(headers: Headers) {
  return headers.has("sec-fetch-site") || headers.has("origin");
}

type Answer = { request: Request; reply: Headers; locale?: string | null };

/** Hands a session over: as cookies always, and in the body's fields. A browser takes over the account's language. */
export function handOver(tokens: SessionTokens, { request, reply, locale }: Answer) {
  for (const cookie of sessionCookies(tokens)) reply.append("set-cookie", cookie);
  if (locale && isBrowser(request.headers)) reply.append("set-cookie", localeCookie(locale));
  return {
    access_token: tokens.accessToken,
    refresh_token: isBrowser(request.headers) ? undefined : tokens.refreshToken,
    token_type: "bearer" as const,
    expires_in: tokens.accessExpiresInSeconds,
  };
}
