import { database } from "@/db/client";
import { log } from "@/lib/log";
import journal from "../../../drizzle/meta/_journal.json";

const newest = Math.max(...journal.entries.map((entry) => entry.when));

export type Readiness = { status: "ok" | "unavailable"; checks: { database: Check; migrations: Check } };
type Check = "ok" | "unavailable" | "behind";

/** Whether this instance can do its work: the database answers, and its schema is the one that this version wants. */
export async function checkReadiness(): Promise<Readiness> {
  try {
    const [row] = await database()<{ newest: string | null }[]>`
      select max(created_at) as newest from drizzle.__drizzle_migrations
    `;
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
