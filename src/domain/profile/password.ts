import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { sessions, users } from "@/db/tables";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { endSessions, isOtherSession } from "@/domain/sessions/end-sessions";
import type { SessionOwner } from "@/domain/sessions/sessions";
import { isOwnName } from "@/domain/users/password-policy";
import type { User } from "@/domain/users/user";
import { lockUser } from "@/domain/users/user-lock";
import { Problem } from "@/lib/errors";
import { hashPassword, verifyPassword } from "@/lib/hashing";

type Change = { owner: SessionOwner; currentPassword?: string; newPassword: string; clientInfo: ClientInfo };

/** The first thing that is tried is the person's own name. Part of the validation: nobody pays an attempt for it. */
export function refuseOwnName({ newPassword, user }: { newPassword: string; user: User }) {
  if (isOwnName(newPassword, user)) {
    const problem = { field: "new_password", code: "PASSWORD_TOO_COMMON" } as const;
    throw new Problem("VALIDATION_ERROR", { problems: [problem] });
  }
}

/** Changes the password and ends every other session. Where none is set yet, the live session is proof enough. */
export async function changePassword({ owner, currentPassword, newPassword, clientInfo }: Change) {
  const { user, sessionId } = owner;
  const current = await requirePassword(user.id, currentPassword, "current_password");
  const hash = await hashPassword(newPassword);
  const changed = await inTransaction(async (tx) => {
    const changed = tx.$with("changed").as(
      tx
        .update(users)
        .set({ hashedPassword: hash })
        .where(and(eq(users.id, user.id), isNull(users.deletedAt), users.isActive, hasStill(current)))
        .returning({ id: users.id }),
    );
    const ownersOf = tx.select({ id: changed.id }).from(changed);
    const ended = endSessions(
      and(inArray(sessions.userId, ownersOf), isOtherSession(sessionId)),
      "password changed",
    );
    const recorded = recordEvents(clientInfo, {
      action: "password.changed",
      actor: changed.id,
      subject: changed.id,
      session: sessionId,
      from: changed,
    });
    const rows = tx.with(changed, ended, recorded).select().from(changed);
    return (await Promise.all([lockUser(tx, user.id), rows]))[1];
  });
  // Somebody else changed it while we hashed: what was typed is no longer the current one.
  if (changed.length === 0) throw new Problem("WRONG_PASSWORD", { field: "current_password" });
}

/** Whether the stored hash is the one that was compared with, so that nothing is done on the word of an old one. */
export function hasStill(hash: string | null) {
  return sql<boolean>`${users.hashedPassword} is not distinct from ${hash}`;
}

/** The stored hash that the typed password matches; null where no password is set. */
export async function requirePassword(
  userId: string,
  typed: string | undefined,
  field: string,
): Promise<string | null> {
  const [row] = await db
    .select({ hash: users.hashedPassword })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.deletedAt)));
  if (row === undefined) throw new Problem("SESSION_REVOKED");
  if (row.hash === null) return null;
  const matches = typed !== undefined && (await verifyPassword(typed, row.hash)).matches;
  if (!matches) throw new Problem("WRONG_PASSWORD", { field });
  return row.hash;
}

/** Whether there is a password at all: who came by an identity provider has none until they set one. */
export async function hasPassword(userId: string): Promise<boolean> {
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, userId), isNotNull(users.hashedPassword)));
  return rows.length > 0;
}
