import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { inTransaction, type Transaction } from "@/db/client";
import { users } from "@/db/tables";
import { Problem } from "@/lib/errors";

const ADMIN_LOCK = 4_730_211_906;

/**
 * For whatever may take an administrator away. One at a time, each seeing what the one before did: otherwise two
 * administrators could remove each other at the same moment and leave none.
 */
export function underAdminLock<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inTransaction(async (tx) => {
    // Sent ahead and not waited for: what `work` sends runs after it. A query of Drizzle's is sent by its `then`.
    const locked = tx.execute(sql`select pg_advisory_xact_lock(${ADMIN_LOCK})`).then();
    return (await Promise.all([locked, work(tx)]))[1];
  });
}

const others = alias(users, "others");

/** The administrators who can act, this one aside. */
export function otherActiveAdmins(tx: Transaction, userId: string) {
  return tx
    .select({ id: others.id })
    .from(others)
    .where(and(eq(others.role, "admin"), others.isActive, isNull(others.deletedAt), ne(others.id, userId)));
}

/** Who was demoted, disabled or deleted while they waited for the lock acts no more. */
export async function requireStillAdmin(tx: Transaction, actorId: string) {
  const [actor] = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, actorId), eq(users.role, "admin"), users.isActive, isNull(users.deletedAt)));
  if (actor === undefined) throw new Problem("FORBIDDEN");
}
