import { and, eq, exists, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { sessions, users } from "@/db/tables";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { promiseAlert } from "@/domain/jobs/promise-alert";
import { voidingWaysIn } from "@/domain/proofs/proofs";
import { requirePassword } from "@/domain/reauthentication/by-password";
import { endSessions, isLive, isSession } from "@/domain/sessions/end-sessions";
import { insertReplacement, newSession } from "@/domain/sessions/new-session";
import type { SessionOwner } from "@/domain/sessions/sessions";
import { type SessionTokens, tokensOf } from "@/domain/sessions/started-session";
import { lockUser } from "@/domain/users/user-lock";
import { Problem } from "@/lib/errors";
import { hashPassword } from "@/lib/hashing";

type Change = { owner: SessionOwner; currentPassword?: string; newPassword: string; clientInfo: ClientInfo };

/**
 * Changes the password and ends every session, this one too: another takes its place, so that a copy of it that somebody
 * has stolen is as dead as the old password. Where none is set yet, a fresh sign-in is proof enough.
 */
export async function changePassword(change: Change): Promise<SessionTokens> {
  const { owner, currentPassword, newPassword, clientInfo } = change;
  const { user, sessionId } = owner;
  const field = "current_password";
  const current = await requirePassword({ owner, password: currentPassword, field, clientInfo });
  const hash = await hashPassword(newPassword);
  const session = await newSession({ persistent: false, clientInfo });
  const replaced = await inTransaction(async (tx) => {
    const own = tx
      .select({ one: sql`1` })
      .from(sessions)
      .where(and(isSession(sessionId), isLive));
    const changed = tx.$with("changed").as(
      tx
        .update(users)
        .set({ hashedPassword: hash })
        .where(
          and(eq(users.id, user.id), isNull(users.deletedAt), users.isActive, hasStill(current), exists(own)),
        )
        .returning({ id: users.id }),
    );
    const ownersOf = tx.select({ id: changed.id }).from(changed);
    const ended = endSessions(inArray(sessions.userId, ownersOf), "password changed");
    const replacement = insertReplacement(session, { of: sessionId, where: sql`exists (${ownersOf})` });
    const recorded = recordEvents(clientInfo, {
      action: "password.changed",
      actor: changed.id,
      subject: changed.id,
      session: sessionId,
      from: changed,
    });
    const alerted = promiseAlert({
      alert: "password_changed",
      userId: changed.id,
      from: changed,
      clientInfo,
    });
    const voided = voidingWaysIn({ userId: changed.id, from: changed });
    const parts = [changed, ended, replacement, recorded, voided, ...alerted];
    const rows = tx
      .with(...parts)
      .select()
      .from(replacement);
    return (await Promise.all([lockUser(tx, user.id), rows]))[1][0];
  });
  // Somebody else changed it while we hashed: what was typed is no longer the current one.
  if (replaced === undefined) throw new Problem("WRONG_PASSWORD", { field });
  const { expiresAt: expires_at, authenticatedAt: authenticated_at, persistent } = replaced;
  return tokensOf({ id: session.id, generation: 0, expires_at, authenticated_at, persistent }, user);
}

/** Whether the stored hash is the one that was compared with, so that nothing is done on the word of an old one. */
export function hasStill(hash: string | null) {
  return sql<boolean>`${users.hashedPassword} is not distinct from ${hash}`;
}

/** Whether there is a password at all: who came by an identity provider has none until they set one. */
export async function hasPassword(userId: string): Promise<boolean> {
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, userId), isNotNull(users.hashedPassword)));
  return rows.length > 0;
}
