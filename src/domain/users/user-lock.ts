import type { Sql } from "postgres";

/**
 * Locks a user's row, sent ahead of a statement in the same transaction. Only a statement that starts after it sees the
 * sessions of those who held the lock before: one that locks by itself has looked around too early.
 */
export function lockUser(sql: Sql, userId: string | null) {
  return sql`select 1 from users where id = ${userId} for no key update`.execute();
}
