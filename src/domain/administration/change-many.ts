import { and, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Transaction } from "@/db/client";
import { now } from "@/db/sql";
import { sessions, users } from "@/db/tables";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { voidingEmailChanges } from "@/domain/proofs/proofs";
import { endSessions, isLive } from "@/domain/sessions/end-sessions";
import { forgetDevices } from "@/domain/users/devices";
import { requireStillAdmin, underAdminLock } from "@/domain/users/last-admin";
import { Problem } from "@/lib/errors";
import type { bulkUserChangeSchema } from "./inputs";

type Asked = { actorId: string; ids: string[]; clientInfo: ClientInfo };

type Change = Asked & { action: z.output<typeof bulkUserChangeSchema>["action"] };

/** Each answers how many accounts are different now. */
const ACTIONS: Record<Change["action"], (tx: Transaction, asked: Asked) => Promise<number>> = {
  disable: disableAll,
  end_sessions: endSessionsOfAll,
};

/**
 * The same done to many accounts, to all of them or to none: who is gone, or already so, is left out. The one who asks
 * isn't among them, so an administrator always remains.
 */
export async function changeUsers({ actorId, ids, action, clientInfo }: Change): Promise<number> {
  if (ids.some((id) => id.toLowerCase() === actorId)) throw new Problem("OWN_ACCOUNT");
  return underAdminLock(async (tx) => {
    await requireStillAdmin(tx, actorId);
    // Locked before the sessions are looked at, as for one. In one order, so that two at once don't wait for each other.
    const there = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(inArray(users.id, ids), isNull(users.deletedAt)))
      .orderBy(users.id)
      .for("no key update");
    if (there.length === 0) return 0;
    return ACTIONS[action](tx, { actorId, ids: there.map(({ id }) => id), clientInfo });
  });
}

async function disableAll(tx: Transaction, { actorId, ids, clientInfo }: Asked) {
  const disabled = tx.$with("disabled").as(
    tx
      .update(users)
      .set({ isActive: false })
      .where(and(inArray(users.id, ids), users.isActive))
      .returning({ id: users.id }),
  );
  const ended = endSessions(
    inArray(sessions.userId, tx.select({ id: disabled.id }).from(disabled)),
    "account disabled",
  );
  const live = tx
    .select({ count: sql`count(*)` })
    .from(ended)
    .where(and(eq(ended.userId, disabled.id), gt(ended.expiresAt, now)));
  const recorded = recordEvents(clientInfo, {
    action: "account.disabled",
    actor: actorId,
    subject: disabled.id,
    detail: sql`jsonb_build_object('sessions', (${live}))`,
    from: disabled,
  });
  return (await tx.with(disabled, ended, recorded).select().from(disabled)).length;
}

async function endSessionsOfAll(tx: Transaction, { actorId, ids, clientInfo }: Asked) {
  const ended = endSessions(and(inArray(sessions.userId, ids), isLive), "ended by administrator");
  const recorded = recordEvents(clientInfo, {
    action: "session.revoked",
    actor: actorId,
    subject: ended.userId,
    session: ended.id,
    from: ended,
  });
  const voided = voidingEmailChanges({ userId: ended.userId, from: ended });
  const forgotten = forgetDevices(...ids);
  const whose = await tx
    .with(ended, recorded, voided, forgotten)
    .selectDistinct({ userId: ended.userId })
    .from(ended);
  return whose.length;
}
