import { type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { db } from "./client";

const BATCH = 5_000;

/** Deletes all that matches, some at a time, each well within the time a statement has. Leaves out what is locked. */
export async function deleteInBatches(table: PgTable, condition: SQL) {
  let deleted: number;
  do {
    const some = sql`select ctid from ${table} where ${condition} limit ${BATCH} for update skip locked`;
    ({ count: deleted } = await db.delete(table).where(sql`ctid = any(array(${some}))`));
  } while (deleted === BATCH);
}
