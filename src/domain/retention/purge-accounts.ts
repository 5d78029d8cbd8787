import { and, eq, lt, ne, sql } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { inSeconds } from "@/db/sql";
import { invitations, jobs, mails, users, verificationTokens } from "@/db/tables";
import { recordEvents } from "@/domain/audit/audit";
import { deleteAvatars } from "@/domain/avatars/avatar";
import { enqueuing } from "@/domain/jobs/enqueue";

const DAY_SECONDS = 86_400;
/** So long an administrator may restore it. redact_purged_person() has the same, and refuses whoever comes sooner. */
export const DELETED_KEPT_DAYS = 7;

const PATIENCE_MS = 45_000;

const isDue = lt(users.deletedAt, inSeconds(-DELETED_KEPT_DAYS * DAY_SECONDS));

/** Promises a purge of each account that is due, so that one that fails keeps no other. A new day tries it anew. */
export async function enqueuePurges() {
  const due = db.$with("due").as(db.select({ id: users.id }).from(users).where(isDue));
  const enqueued = enqueuing({
    kind: "purge_account",
    payload: sql`jsonb_build_object('user_id', ${due.id})`,
    key: sql`${due.id} || to_char(now() at time zone 'utc', ' YYYY-MM-DD')`,
    from: due,
  });
  await db.with(due, enqueued).select({ count: sql`count(*)` }).from(due);
}

type Purge = { userId: string; jobId: string; traceId: string };

/**
 * Forgets somebody who deleted their account: sessions, identities, tasks and tags go with the row; proofs and jobs that
 * name them beside it; the audit trail keeps what happened and no name or address of theirs; their files go last. Who was
 * restored meanwhile is left alone.
 */
export async function purgeAccount(purge: Purge) {
  await purgeRows(purge);
  const { userId } = purge;
  const isThere = db.select({ id: users.id }).from(users).where(eq(users.id, userId));
  // Also where an earlier attempt came no further than the rows.
  if ((await isThere).length === 0) await deleteAvatars(userId);
}

function purgeRows({ userId, jobId, traceId }: Purge) {
  return inTransaction(async (tx) => {
    const [user] = await tx
      .select({ email: users.email })
      .from(users)
      .where(and(eq(users.id, userId), isDue))
      .for("update");
    if (user === undefined) return;
    // Somebody may have done a lot in their time: more than a statement that someone waits for may take.
    await tx.execute(sql`select set_config('statement_timeout', ${String(PATIENCE_MS)}, true)`);
    await tx.delete(jobs).where(and(ne(jobs.id, jobId), namesPerson({ userId, email: user.email })));
    await tx
      .delete(verificationTokens)
      .where(eq(sql`split_part(${verificationTokens.identifier}, ':', 2)`, userId));
    // What was mailed to the address before there was an account.
    await tx.delete(mails).where(eq(mails.recipient, user.email));
    await tx.delete(invitations).where(eq(invitations.email, user.email));
    await tx.execute(sql`select redact_purged_person(${userId}::uuid)`);
    const purged = tx
      .$with("purged")
      .as(tx.delete(users).where(eq(users.id, userId)).returning({ id: users.id }));
    const recorded = recordEvents(
      { address: null, traceId },
      {
        action: "account.purged",
        subject: purged.id,
        from: purged,
      },
    );
    await tx.with(purged, recorded).select().from(purged);
  });
}

function namesPerson({ userId, email }: { userId: string; email: string }) {
  return sql`(
    ${jobs.payload} ->> 'user_id' = ${userId}
    or lower(${jobs.payload} ->> 'email') = lower(${email})
    or ${jobs.payload} ->> 'mail_id' in (select ${mails.id}::text from ${mails} where ${mails.userId} = ${userId})
  )`;
}
