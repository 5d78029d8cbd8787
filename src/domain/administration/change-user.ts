import { and, eq, gt, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Transaction } from "@/db/client";
import { now } from "@/db/sql";
import { sessions, users } from "@/db/tables";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { endSessions } from "@/domain/sessions/end-sessions";
import { otherActiveAdmins, requireStillAdmin, underAdminLock } from "@/domain/users/last-admin";
import { Problem } from "@/lib/errors";
import type { userChangeSchema } from "./inputs";
import { getKnownUser, type KnownUser } from "./list-users";

type Status = { role: "user" | "admin"; is_active: boolean };

type Change = {
  actorId: string;
  userId: string;
  change: z.output<typeof userChangeSchema>;
  clientInfo: ClientInfo;
};

/**
 * Gives and takes the role, disables and enables. Whom it is done to notices at their next request; a disabled person's
 * sessions end for good, so that enabling brings none of them back.
 */
export async function changeUser({ actorId, userId, change, clientInfo }: Change): Promise<KnownUser> {
  await underAdminLock(async (tx) => {
    await requireStillAdmin(tx, actorId);
    // Locked before the sessions are looked at: a sign-in that is under way holds this row, and its session is seen after.
    const [before] = await tx
      .select({ role: users.role, is_active: users.isActive })
      .from(users)
      .where(and(eq(users.id, userId), isNull(users.deletedAt)))
      .for("no key update");
    if (before === undefined) throw new Problem("NOT_FOUND");
    const after = { ...before, ...change };
    if (isAdmin(before) && !isAdmin(after)) await requireOtherAdmin(tx, userId);
    await write(tx, { actorId, userId, before, after, clientInfo });
  });
  return getKnownUser(userId);
}

function isAdmin({ role, is_active }: Status) {
  return role === "admin" && is_active;
}

async function requireOtherAdmin(tx: Transaction, userId: string) {
  const others = await otherActiveAdmins(tx, userId).limit(1);
  if (others.length === 0) throw new Problem("LAST_ADMIN");
}

type Writing = { actorId: string; userId: string; before: Status; after: Status; clientInfo: ClientInfo };

/** Each thing that really changes is an event; what is asked for and already so is none. */
async function write(tx: Transaction, { actorId, userId, before, after, clientInfo }: Writing) {
  const disables = before.is_active && !after.is_active;
  const changed = tx.$with("changed").as(
    tx
      .update(users)
      .set({ role: after.role, isActive: after.is_active })
      .where(and(eq(users.id, userId), or(ne(users.role, after.role), ne(users.isActive, after.is_active))))
      .returning({ id: users.id }),
  );
  const ended = endSessions(and(eq(sessions.userId, userId), sql`${disables}::boolean`), "account disabled");
  const live = tx.select({ count: sql`count(*)` }).from(ended).where(gt(ended.expiresAt, now));
  const event = (
    happened: boolean,
  ): { actor: string; subject: typeof changed.id; from: typeof changed; where: SQL } => ({
    actor: actorId,
    subject: changed.id,
    from: changed,
    where: sql`${happened}::boolean`,
  });
  const recorded = recordEvents(
    clientInfo,
    {
      action: "role.changed",
      detail: { from: before.role, to: after.role },
      ...event(before.role !== after.role),
    },
    {
      action: "account.disabled",
      detail: sql`jsonb_build_object('sessions', (${live}))`,
      ...event(disables),
    },
    { action: "account.enabled", ...event(!before.is_active && after.is_active) },
  );
  await tx.with(changed, ended, recorded).select().from(changed);
}
