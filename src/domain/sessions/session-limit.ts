import { and, desc, eq, inArray, type Placeholder, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { placeholders, type Value } from "@/db/sql";
import { sessions } from "@/db/tables";
import { settings } from "@/lib/settings";
import { endSessions, isLive } from "./end-sessions";
import { type HandedIn, isOneOf } from "./handed-in";
import type { StartedSession } from "./new-session";

/** In a prepared statement the places for them. */
export const SESSION_LIMITS = placeholders("limit", "kept");

/** How many there may be, 0 for any number, and how many of the ones before. */
type Limits = { limit: Value; kept: number | Placeholder };

type Over = { userId: Value; started: StartedSession; handedIn: HandedIn; limits?: Limits };

export function sessionLimits() {
  const { MAX_SESSIONS_PER_USER: limit } = settings();
  return { limit, kept: Math.max(limit - 1, 0) };
}

/**
 * The part of a `with` that ends the sessions over the limit, least recently used first. The new one isn't in the
 * snapshot, so it is never among them; those that were handed in end anyhow, and leave room.
 */
export function endSessionsOverLimit({ userId, started, handedIn, limits = sessionLimits() }: Over) {
  const overLimit = db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.userId, userId as string), isLive, sql`not ${isOneOf(handedIn)}`))
    .orderBy(desc(sessions.lastUsedAt), desc(sessions.createdAt), sessions.id)
    .offset(limits.kept);
  const where = and(
    sql`${limits.limit}::int > 0`,
    inArray(sessions.id, overLimit),
    sql`exists (select from ${started})`,
  );
  return endSessions(where, "too many sessions", "over_limit");
}

/** What the trail says of them. */
export function overLimitEvent(overLimit: ReturnType<typeof endSessionsOverLimit>) {
  return {
    action: "session.revoked",
    subject: overLimit.userId,
    session: overLimit.id,
    detail: { reason: "too many sessions" },
    from: overLimit,
  } as const;
}
