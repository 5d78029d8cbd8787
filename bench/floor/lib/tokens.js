import { createHash, randomBytes } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";

const key = new TextEncoder().encode(process.env.SECRET_KEY);

export function signAccess(userId, sessionId) {
  return new SignJWT({ sid: sessionId })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(userId)
    .setExpirationTime("15m")
    .sign(key);
}

/** The session that a Bearer token names; null where it names none. */
export async function sessionOf(request) {
  const token = request.headers.get("authorization")?.slice("Bearer ".length) ?? "";
  const verified = await jwtVerify(token, key, { algorithms: ["HS256"] }).catch(() => null);
  return verified?.payload.sid ?? null;
}

export const newRefreshToken = () => randomBytes(32).toString("base64url");

export const digestOf = (token) => createHash("sha256").update(token).digest();
