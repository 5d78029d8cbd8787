import { errors, jwtVerify } from "jose";
import { Problem } from "@/lib/errors";
import { deriveKey, derivePreviousKey } from "@/lib/keys";
import { type Settings, settings } from "@/lib/settings";

// No database in here: the middleware verifies at the edge with it.

export const ALGORITHM = "HS256";
export const TYPE = "at+jwt";
const LEEWAY_SECONDS = 5;

const imported = new WeakMap<Uint8Array, CryptoKey>();

/** Importing a key costs more than using it, so each is imported once. */
async function importKey(bytes: Uint8Array<ArrayBuffer>) {
  const key =
    imported.get(bytes) ??
    (await crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["verify"]));
  imported.set(bytes, key);
  return key;
}

export type AccessTokenClaims = { sessionId: string; userId: string; expiresAt: number };

// base64url to the letter, the unused bits of a 32-byte signature being zero: decoders are lenient, and would take one
// token in several spellings.
const FORM = /^[\w-]+\.[\w-]+\.[\w-]{42}[AEIMQUYcgkosw048]$/;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** What a genuine, current access token says; else INVALID_TOKEN or TOKEN_EXPIRED. Whether its session lives is asked elsewhere. */
export async function verifyAccessToken(token: string): Promise<AccessTokenClaims> {
  const known = genuineTokens();
  const found = known.get(token);
  if (found && found.expiresAt > Math.floor(Date.now() / 1000) - LEEWAY_SECONDS) return found;
  const claims = await verifyAnew(token);
  known.set(token, claims);
  if (known.size > MOST_REMEMBERED) known.delete(String(known.keys().next().value));
  return claims;
}

// A client asks with the same token for minutes, and what a signature says of it doesn't change: each is looked at once. Only
// genuine ones are remembered, so nobody but who has a session can fill this.
const MOST_REMEMBERED = 5_000;
const genuine = new WeakMap<Settings, Map<string, AccessTokenClaims>>();

/** Of these settings: another key or address is another question. */
function genuineTokens() {
  const known = genuine.get(settings()) ?? new Map<string, AccessTokenClaims>();
  genuine.set(settings(), known);
  return known;
}

async function verifyAnew(token: string): Promise<AccessTokenClaims> {
  if (!FORM.test(token)) throw new Problem("INVALID_TOKEN");
  try {
    return await verifyWith(token, await deriveKey("access-token"));
  } catch (error) {
    const previous = derivePreviousKey("access-token");
    if (previous === undefined || !(error instanceof errors.JWSSignatureVerificationFailed))
      throw asProblem(error);
    return verifyWith(token, await previous).catch((second) => {
      throw asProblem(second);
    });
  }
}

async function verifyWith(token: string, key: Uint8Array<ArrayBuffer>): Promise<AccessTokenClaims> {
  const { APP_URL } = settings();
  const { payload, protectedHeader } = await jwtVerify(token, await importKey(key), {
    algorithms: [ALGORITHM],
    typ: TYPE,
    issuer: APP_URL,
    audience: APP_URL,
    clockTolerance: LEEWAY_SECONDS,
    requiredClaims: ["sub", "sid", "jti", "iat", "exp"],
  });
  const { sub, sid, type, exp, iat = 0 } = payload;
  // There is one key, and nothing to look up, to unpack or to come later.
  const isPlain = Object.keys(protectedHeader).every((name) => name === "alg" || name === "typ");
  if (
    !isPlain ||
    iat > Date.now() / 1000 + LEEWAY_SECONDS ||
    type !== "access" ||
    typeof sid !== "string" ||
    !UUID.test(sid) ||
    sub === undefined ||
    exp === undefined
  ) {
    throw new Problem("INVALID_TOKEN");
  }
  return { sessionId: sid, userId: sub, expiresAt: exp };
}

function asProblem(error: unknown) {
  if (error instanceof Problem) return error;
  return new Problem(error instanceof errors.JWTExpired ? "TOKEN_EXPIRED" : "INVALID_TOKEN");
}
