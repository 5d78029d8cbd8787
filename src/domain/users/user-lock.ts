import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { users } from "@/db/tables";

/**
 * Locks a user's row, sent ahead of a statement in the same transaction. Only a statement that starts after it sees the
 * sessions of those who held the lock before: one that locks by itself has looked around too early.
 */
export function lockUser(tx: Transaction, userId: string) {
  return tx.select({ locked: sql`1` }).from(users).where(eq(users.id, userId)).for("no key update");
}
