import "server-only";
import { decodeJwt } from "jose";
import { mustVerify } from "@/domain/email-verification/promise-verification";
import { verifyAccessToken } from "@/domain/sessions/access-token";
import { readRefreshToken } from "@/domain/sessions/refresh-token";
import { type Caller, getSessionOwner, type SessionOwner } from "@/domain/sessions/sessions";
import { parseCookies } from "@/lib/cookies.mjs";
import { Problem } from "@/lib/errors";
import { requestContext } from "@/lib/request-context.mjs";
import { sessionCookieNames } from "./session-cookies";

// Whatever stands behind the word: a header that nearly is one must not turn a request into that of its cookie.
const BEARER = /^bearer(?!\w)(.*)$/is;

/** The token of a Bearer header, empty where the header names none; null where there is no such header. */
export function bearerToken(headers: Headers): string | null {
  const match = BEARER.exec(headers.get("authorization") ?? "");
  return match?.[1]?.trim() ?? null;
}

type CookieTokens = { access?: string; refresh?: string };

/** The tokens that a browser brought along. A request with a Bearer header never falls back to them. */
export function cookieTokens(headers: Headers): CookieTokens {
  if (bearerToken(headers) !== null) return {};
  const cookies = parseCookies(headers.get("cookie"));
  const names = sessionCookieNames();
  return { access: cookies.get(names.access) || undefined, refresh: cookies.get(names.refresh) || undefined };
}

/** Who is asking, or the problem that says why nobody is. */
export async function requireCaller(headers: Headers): Promise<Caller> {
  const token = bearerToken(headers) ?? cookieTokens(headers).access;
  if (token === undefined) throw new Problem("MISSING_TOKEN");
  const { sessionId, userId } = await verifyAccessToken(token);
  const owner = await getSessionOwner(sessionId, userId);
  const context = requestContext();
  if (context) context.userId = owner.user.id;
  return owner;
}

/** The same where nobody is an answer too. */
export async function findCaller(headers: Headers): Promise<Caller | null> {
  return orNobody(requireCaller(headers));
}

/**
 * Whose live session a browser has that comes back from another site, perhaps after an access token's life: either of
 * its cookies tells. A refresh token that was rotated away would do as well, so this says who it was that left, and
 * proves nothing by itself.
 */
export async function findReturningOwner(headers: Headers): Promise<Caller | null> {
  const { access, refresh } = cookieTokens(headers);
  const proof =
    (access && (await verifyAccessToken(access).catch(() => null))) ||
    (refresh && (await readRefreshToken(refresh)));
  return proof ? orNobody(getSessionOwner(proof.sessionId)) : null;
}

/** The sessions that any of it proves, be it what is named here or what the headers have. */
export async function provenSessions(headers: Headers, given?: unknown): Promise<string[]> {
  const cookies = cookieTokens(headers);
  const refreshTokens = [given, cookies.refresh].filter((token) => typeof token === "string");
  const accessTokens = [bearerToken(headers), cookies.access].filter((token) => typeof token === "string");
  const proofs = await Promise.all([
    ...refreshTokens.map(readRefreshToken),
    ...accessTokens.map((token) => verifyAccessToken(token).catch(() => null)),
  ]);
  return [...new Set(proofs.flatMap((proof) => proof?.sessionId ?? []))];
}

/** Refuses what only somebody may do who has just proven who they are. */
export function requireFreshSignIn({ authenticatedAt }: Caller, seconds: number) {
  if (!isFreshSignIn(authenticatedAt, seconds)) throw new Problem("REAUTHENTICATION_REQUIRED");
}

export function isFreshSignIn(authenticatedAt: Date, seconds: number): boolean {
  return Date.now() - authenticatedAt.getTime() <= seconds * 1000;
}

async function orNobody(owner: Promise<Caller>): Promise<Caller | null> {
  try {
    return await owner;
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return null;
    throw error;
  }
}

/** Refuses who has to show first that their email is theirs, where that is asked of everybody. */
export function requireVerifiedEmail({ user }: SessionOwner) {
  if (mustVerify(user)) throw new Problem("EMAIL_NOT_VERIFIED");
}

/** For how long the access cookie of a page's request still holds. */
export function accessSecondsLeft(headers: Headers): number {
  const { access } = cookieTokens(headers);
  const { exp = 0 } = access ? decodeJwt(access) : {};
  return Math.max(exp - Math.floor(Date.now() / 1000), 0);
}
