import { and, eq, gt, isNull, ne, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { now, type Value } from "@/db/sql";
import { sessions } from "@/db/tables";

/** Why a session is over before its time. Kept in the row. */
export type EndReason =
  | "signed out"
  | "ended by owner"
  | "ended by administrator"
  | "too many sessions"
  | "password changed"
  | "password reset"
  | "denied by owner"
  | "email change undone"
  | "email verified by link"
  | "signed in again"
  | "account disabled"
  | "account deleted"
  | "refresh token replayed";

export const isNotRevoked = isNull(sessions.revokedAt);

/** Whose time is not up and who was not ended. Whether its user may still come in is the user's row to say. */
export const isLive = and(isNotRevoked, gt(sessions.expiresAt, now)) as SQL;

/**
 * The part of a `with` that ends sessions: whenever a session dies before its time, it dies here. Answers those that were
 * ended, under the name that is given.
 */
export function endSessions<N extends string = "ended">(
  where: SQL | undefined,
  reason: EndReason,
  name: N = "ended" as N,
) {
  return db
    .$with(name)
    .as(
      db
        .update(sessions)
        .set({ revokedAt: now, revokedReason: reason })
        .where(and(isNotRevoked, where))
        .returning({ id: sessions.id, userId: sessions.userId, expiresAt: sessions.expiresAt }),
    );
}

/** Conditions that several ask for. */
export function isSession(id: Value) {
  return eq(sessions.id, id as string);
}

export function isOtherSession(id: Value) {
  return ne(sessions.id, id as string);
}
