import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { sessions } from "@/db/tables";
import { settings } from "@/lib/settings";
import { endSessions, isLive } from "./end-sessions";
import { isOneOf } from "./handed-in";
import type { StartedSession } from "./new-session";

type Over = { userId: string; started: StartedSession; handedIn: string[] };

/**
 * The part of a `with` that ends the sessions over the limit, least recently used first. The new one isn't in the
 * snapshot, so it is never among them; those that were handed in end anyhow, and leave room.
 */
export function endSessionsOverLimit({ userId, started, handedIn }: Over) {
  const limit = settings().MAX_SESSIONS_PER_USER;
  const overLimit = db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isLive, sql`not ${isOneOf(handedIn)}`))
    .orderBy(desc(sessions.lastUsedAt), desc(sessions.createdAt), sessions.id)
    .offset(Math.max(limit - 1, 0));
  const where = and(
    sql`${limit}::int > 0`,
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
