import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { enqueue } from "./enqueue";
import type { JobKind } from "./kinds";

/** What is done once in each hour or day (UTC), on whichever instance. */
const SCHEDULES = [
  { kind: "clean_up", unit: "hour", form: 'YYYY-MM-DD"T"HH24' },
  { kind: "purge_accounts", unit: "day", form: "YYYY-MM-DD" },
  { kind: "drop_old_events", unit: "day", form: "YYYY-MM-DD" },
] as const satisfies { kind: JobKind; unit: "hour" | "day"; form: string }[];

/**
 * Promises what is due in this hour and this day. The key names the hour or day by the database's clock, so any number of
 * instances may call it any number of times. Periods in which nobody did are left out.
 */
export async function enqueueScheduled() {
  for (const { kind, unit, form } of SCHEDULES) {
    const key = sql`to_char(date_trunc(${unit}, now() at time zone 'utc'), ${form})`;
    await enqueue(db, { kind, payload: {}, key });
  }
}
