import { eq, type Placeholder, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { users } from "@/db/tables";

/**
 * Locks a user's row, sent ahead of a statement in the same transaction. Only a statement that starts after it sees the
 * sessions of those who held the lock before: one that locks by itself has looked around too early.
 */
export function lockUser(tx: Pick<Transaction, "select">, userId: string | Placeholder) {
  return tx.select({ locked: sql`1` }).from(users).where(eq(users.id, userId)).for("no key update");
}

/** The same for who signs in, prepared. */
export const lockUserPrepared = lockUser(db, sql.placeholder("userId")).prepare("lock_user");
