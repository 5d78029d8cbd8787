import { EncryptJWT, jwtDecrypt } from "jose";
import type { ProviderId } from "@/domain/identities/providers";
import { parseCookies } from "@/lib/cookies.mjs";
import { deriveKey } from "@/lib/keys";
import { serializeCookie } from "./cookies";
import { checkCookieNames } from "./oauth";
import { safeNext } from "./origin";
import { usesHttps } from "./session-cookies";

/** What somebody left for the provider for. Sealed in a cookie, so that nobody else can have left for it. */
export type OAuthState = {
  provider: ProviderId;
  /** The one of Auth.js: oauthState and authorization belong together. */
  state: string;
  next: string;
  /** The session that an identity is to be linked to; null is signing in. */
  linkTo: string | null;
  /** The session that somebody is to prove again as theirs, and when that was asked. */
  reauthenticate?: { sessionId: string; askedAt: number } | null;
  /** The token of an invitation that is accepted by signing in. */
  invitation?: string | null;
};

const SECONDS = 15 * 60;
const AUDIENCE = "gatehouse.oauth";

function cookieName() {
  return `${usesHttps() ? "__Host-" : ""}gatehouse.oauth`;
}

export async function sealOAuthState({
  provider,
  state,
  next,
  linkTo,
  reauthenticate,
  invitation,
}: OAuthState): Promise<string> {
  const sealed = await new EncryptJWT({ provider, state, next, linkTo, reauthenticate, invitation })
    .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
    .setAudience(AUDIENCE)
    .setExpirationTime(`${SECONDS}s`)
    .encrypt(await deriveKey("oauth"));
  return serializeCookie(cookieName(), sealed, { secure: usesHttps(), maxAgeSeconds: SECONDS });
}

/** The oauthState of whoever comes back from this provider with this state; null where nobody left like that. */
export async function openOAuthState(
  headers: Headers,
  { provider, state }: { provider: ProviderId; state: string | undefined },
): Promise<OAuthState | null> {
  const sealed = parseCookies(headers.get("cookie")).get(cookieName()) ?? "";
  const opened = await jwtDecrypt<OAuthState>(sealed, await deriveKey("oauth"), { audience: AUDIENCE }).catch(
    () => null,
  );
  if (opened === null) return null;
  const oauthState = opened.payload;
  if (oauthState.provider !== provider || oauthState.state !== state) return null;
  const { next, linkTo, reauthenticate, invitation } = oauthState;
  return { provider, state, next: safeNext(next), linkTo, reauthenticate, invitation };
}

/** Whether a browser brings an oauthState at all, be it good or not. What another site's page loads from here comes without one. */
export function hasOAuthState(headers: Headers): boolean {
  return parseCookies(headers.get("cookie")).has(cookieName());
}

/** Nothing of an authorization outlives its end, however it ended. */
export function clearedOAuthStateCookies(): string[] {
  return [cookieName(), ...Object.values(checkCookieNames())].map((name) =>
    serializeCookie(name, "", { secure: usesHttps(), maxAgeSeconds: 0 }),
  );
}
