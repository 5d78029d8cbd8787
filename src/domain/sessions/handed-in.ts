import { and, type Placeholder, sql } from "drizzle-orm";
import { arrayOf } from "@/db/sql";
import { sessions } from "@/db/tables";
import { endSessions } from "./end-sessions";
import type { StartedSession } from "./new-session";

/** The ids of sessions, or in a prepared statement the place for them. */
export type HandedIn = string[] | Placeholder;

/**
 * The part of a `with` that ends the sessions that were handed in with a sign-in, once that has begun another: whoever
 * has a copy of one of them is out.
 */
export function endHandedIn(sessionIds: HandedIn, started: StartedSession) {
  const where = and(isOneOf(sessionIds), sql`exists (select from ${started})`);
  return endSessions(where, "signed in again", "handed_in");
}

export function isOneOf(sessionIds: HandedIn) {
  return sql`${sessions.id} = any(${arrayOf(sessionIds, "uuid")})`;
}

/** What the trail says of them. */
export function handedInEvent(handedIn: ReturnType<typeof endHandedIn>) {
  return {
    action: "session.ended",
    actor: handedIn.userId,
    subject: handedIn.userId,
    session: handedIn.id,
    detail: { reason: "signed in again" },
    from: handedIn,
  } as const;
}
