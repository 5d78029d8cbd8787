import type { SessionTokens } from "@/domain/sessions/started-session";
import type { SignedIn } from "@/domain/sign-in/signed-in";
import { deviceCookie } from "./device-cookie";
import { lastWayCookie, type Way } from "./last-way";
import { localeCookie } from "./preferences";
import { sessionCookies } from "./session-cookies";

/** Browsers say where they come from; to script in one the refresh token is not shown. */
function isBrowser(headers: Headers) {
  return headers.has("sec-fetch-site") || headers.has("origin");
}

type Handing = { request: Request; reply: Headers; locale?: string | null };

/** The same for one that begins: from now on the browser is known to the account, and takes over its language. */
export async function handOverNew(
  { user, tokens, device }: SignedIn,
  { way, ...handing }: Handing & { way: Way },
) {
  const handed = handOver(tokens, { ...handing, locale: user.locale });
  if (isBrowser(handing.request.headers)) handing.reply.append("set-cookie", lastWayCookie(way));
  handing.reply.append("set-cookie", await deviceCookie(handing.request.headers, device));
  return handed;
}

/** Hands a session over: as cookies always, and in the body's fields. A browser takes over the account's language. */
export function handOver(tokens: SessionTokens, { request, reply, locale }: Handing) {
  for (const cookie of sessionCookies(tokens)) reply.append("set-cookie", cookie);
  if (locale && isBrowser(request.headers)) reply.append("set-cookie", localeCookie(locale));
  return {
    access_token: tokens.accessToken,
    refresh_token: isBrowser(request.headers) ? undefined : tokens.refreshToken,
    token_type: "bearer" as const,
    expires_in: tokens.accessExpiresInSeconds,
  };
}
