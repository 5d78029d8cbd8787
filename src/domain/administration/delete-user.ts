import { and, eq, exists, inArray, isNotNull, isNull, ne, or } from "drizzle-orm";
import { db } from "@/db/client";
import { now } from "@/db/sql";
import { sessions, users } from "@/db/tables";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { endSessions } from "@/domain/sessions/end-sessions";
import { otherActiveAdmins, requireStillAdmin, underAdminLock } from "@/domain/users/last-admin";
import { lockUser } from "@/domain/users/user-lock";
import { Problem } from "@/lib/errors";
import { getKnownUser, type KnownUser } from "./list-users";

type Deletion = { actorId: string; userId: string; clientInfo: ClientInfo };

/** As if they had done it themselves: the row stays until it is purged, and until then it can be restored. */
export async function deleteUser({ actorId, userId, clientInfo }: Deletion) {
  const deleted = await underAdminLock(async (tx) => {
    await requireStillAdmin(tx, actorId);
    const mayGo = or(
      ne(users.role, "admin"),
      eq(users.isActive, false),
      exists(otherActiveAdmins(tx, userId)),
    );
    const gone = tx.$with("gone").as(
      tx
        .update(users)
        .set({ deletedAt: now })
        .where(and(eq(users.id, userId), isNull(users.deletedAt), mayGo))
        .returning({ id: users.id }),
    );
    const ended = endSessions(
      inArray(sessions.userId, tx.select({ id: gone.id }).from(gone)),
      "account deleted",
    );
    const recorded = recordEvents(clientInfo, {
      action: "account.deleted",
      actor: actorId,
      subject: gone.id,
      from: gone,
    });
    const rows = tx.with(gone, ended, recorded).select().from(gone);
    return (await Promise.all([lockUser(tx, userId), rows]))[1];
  });
  if (deleted.length > 0) return;
  await getKnownUser(userId);
  throw new Problem("LAST_ADMIN");
}

/** Somebody who isn't purged yet has their account again; their sessions stay ended. Again, it changes nothing. */
export async function restoreUser({ actorId, userId, clientInfo }: Deletion): Promise<KnownUser> {
  const restored = db.$with("restored").as(
    db
      .update(users)
      .set({ deletedAt: null })
      .where(and(eq(users.id, userId), isNotNull(users.deletedAt)))
      .returning({ id: users.id }),
  );
  const recorded = recordEvents(clientInfo, {
    action: "account.restored",
    actor: actorId,
    subject: restored.id,
    from: restored,
  });
  await db.with(restored, recorded).select().from(restored);
  return getKnownUser(userId);
}
