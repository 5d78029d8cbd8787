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
    await sql`select pg_advisory_xact_lock(${ADMIN_LOCK})`;
    return work(sql);
  });
  return result as T;
}
