import { sql } from "drizzle-orm";
import { db } from "@/db/client";

const BATCH = 5_000;

/**
 * Drops what is older than an administrator wants the trail kept, some at a time. Only the function in the database can; it
 * reads for itself for how long.
 */
export async function dropOldEvents() {
  let dropped: number;
  do {
    const [row] = await db.execute<{ dropped: number }>(sql`select drop_old_events(${BATCH}) as dropped`);
    dropped = row?.dropped ?? 0;
  } while (dropped === BATCH);
}
