import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { log } from "@/lib/log";
import journal from "../../../drizzle/meta/_journal.json";

const PATIENCE_MS = 2_000;

const newest = Math.max(...journal.entries.map((entry) => entry.when));

export type Readiness = { status: "ok" | "unavailable"; checks: { database: Check; migrations: Check } };
type Check = "ok" | "unavailable" | "behind";

/** Whether this instance can do its work: the database answers, and its schema is the one that this version wants. */
export async function checkReadiness(): Promise<Readiness> {
  try {
    // Drizzle's own table, which no schema of ours describes.
    const asked = db.execute<{ newest: string | null }>(
      sql`select max(created_at) as newest from drizzle.__drizzle_migrations`,
    );
    const [row] = await Promise.race([asked, impatience()]);
    const migrations = Number(row?.newest ?? 0) >= newest ? "ok" : "behind";
    return { status: migrations === "ok" ? "ok" : "unavailable", checks: { database: "ok", migrations } };
  } catch (error) {
    const reached = (error as { code?: string }).code === "42P01"; // no such table: never migrated
    if (!reached) log().warn({ error }, "the database does not answer");
    const checks = reached
      ? { database: "ok" as const, migrations: "behind" as const }
      : { database: "unavailable" as const, migrations: "unavailable" as const };
    return { status: "unavailable", checks };
  }
}

/** A database that says nothing isn't ready either, and whoever asks wants to hear so soon. */
async function impatience(): Promise<never> {
  await sleep(PATIENCE_MS, undefined, { ref: false });
  throw new Error("no answer in time");
}
