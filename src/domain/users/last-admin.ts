import type { Sql } from "postgres";
import { database } from "@/db/client";

const ADMIN_LOCK = 4_730_211_906;

/**
 * For whatever may take an administrator away. One at a time, each seeing what the one before did: otherwise two
 * administrators could remove each other at the same moment and leave none.
 */
export async function underAdminLock<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
  const result = await database().begin(async (transaction) => {
    const sql = transaction as unknown as Sql;
    // Sent ahead and not waited for: what `work` sends is judged after it.
    const locked = sql`select pg_advisory_xact_lock(${ADMIN_LOCK})`.execute();
    return (await Promise.all([locked, work(sql)]))[1];
  });
  return result as T;
}
