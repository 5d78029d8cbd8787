import { and, eq, exists, inArray, isNull, ne, or } from "drizzle-orm";
import { db } from "@/db/client";
import { now } from "@/db/sql";
import { sessions, users } from "@/db/tables";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { requirePassword } from "@/domain/reauthentication/by-password";
import { endSessions } from "@/domain/sessions/end-sessions";
import type { SessionOwner } from "@/domain/sessions/sessions";
import { otherActiveAdmins, underAdminLock } from "@/domain/users/last-admin";
import { lockUser } from "@/domain/users/user-lock";
import { Problem } from "@/lib/errors";
import { hasStill } from "./password";

type Deletion = { owner: SessionOwner; password?: string; clientInfo: ClientInfo };

/** Deletes one's own account: the row stays, so that the email can't be taken over, and nothing opens it any more. */
export async function deleteAccount({ owner, password, clientInfo }: Deletion) {
  const { user, sessionId } = owner;
  const current = await requirePassword({ owner, password, field: "password", clientInfo });
  const isThere = and(eq(users.id, user.id), isNull(users.deletedAt));
  const deleted = await underAdminLock(async (tx) => {
    const hasOther = exists(otherActiveAdmins(tx, user.id));
    const gone = tx.$with("gone").as(
      tx
        .update(users)
        .set({ deletedAt: now })
        .where(and(isThere, hasStill(current), or(ne(users.role, "admin"), hasOther)))
        .returning({ id: users.id }),
    );
    const ended = endSessions(
      inArray(sessions.userId, tx.select({ id: gone.id }).from(gone)),
      "account deleted",
    );
    const recorded = recordEvents(clientInfo, {
      action: "account.deleted",
      actor: gone.id,
      subject: gone.id,
      session: sessionId,
      from: gone,
    });
    const rows = tx.with(gone, ended, recorded).select().from(gone);
    return (await Promise.all([lockUser(tx, user.id), rows]))[1];
  });
  if (deleted.length > 0) return;
  const [still] = await db
    .select({ unchanged: hasStill(current) })
    .from(users)
    .where(isThere);
  if (still === undefined) throw new Problem("SESSION_REVOKED");
  // Somebody else changed it while we hashed: what was typed is no longer the current one.
  if (!still.unchanged) throw new Problem("WRONG_PASSWORD", { field: "password" });
  throw new Problem("LAST_ADMIN");
}
