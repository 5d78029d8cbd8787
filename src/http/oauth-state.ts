import { EncryptJWT, jwtDecrypt } from "jose";
import type { ProviderId } from "@/domain/identities/providers";
import { deriveKey } from "@/lib/keys";
import { parseCookies, serializeCookie } from "./cookies";
import { checkCookieNames } from "./oauth";
import { safeNext } from "./origin";
import { usesHttps } from "./session-cookies";

/** What somebody left for the provider for. Sealed in a cookie, so that nobody else can have left for it. */
export type Errand = {
  provider: ProviderId;
  /** The one of Auth.js: errand and dance belong together. */
  state: string;
  next: string;
  /** The session that an identity is to be linked to; null is signing in. */
  linkTo: string | null;
};

const SECONDS = 15 * 60;
const AUDIENCE = "gatehouse.oauth";

function cookieName() {
  return `${usesHttps() ? "__Host-" : ""}gatehouse.oauth`;
}

export async function sealErrand({ provider, state, next, linkTo }: Errand): Promise<string> {
  const sealed = await new EncryptJWT({ provider, state, next, linkTo })
    .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
    .setAudience(AUDIENCE)
    .setExpirationTime(`${SECONDS}s`)
    .encrypt(await deriveKey("oauth"));
  return serializeCookie(cookieName(), sealed, { secure: usesHttps(), maxAgeSeconds: SECONDS });
}

/** The errand of whoever comes back from this provider with this state; null where nobody left like that. */
export async function openErrand(
  headers: Headers,
  { provider, state }: { provider: ProviderId; state: string | undefined },
): Promise<Errand | null> {
  const sealed = parseCookies(headers.get("cookie")).get(cookieName()) ?? "";
  const opened = await jwtDecrypt<Errand>(sealed, await deriveKey("oauth"), { audience: AUDIENCE }).catch(
    () => null,
  );
  if (opened === null) return null;
  const errand = opened.payload;
  if (errand.provider !== provider || errand.state !== state) return null;
  return { provider, state, next: safeNext(errand.next), linkTo: errand.linkTo };
}

/** Whether a browser brings an errand at all, be it good or not. What another site's page loads from here comes without one. */
export function bringsErrand(headers: Headers): boolean {
  return parseCookies(headers.get("cookie")).has(cookieName());
}

/** Nothing of a dance outlives its end, however it ended. */
export function clearedErrandCookies(): string[] {
  return [cookieName(), ...Object.values(checkCookieNames())].map((name) =>
    serializeCookie(name, "", { secure: usesHttps(), maxAgeSeconds: 0 }),
  );
}
