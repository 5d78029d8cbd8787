import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { sql, TransactionRollbackError } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { systemConfig } from "@/db/tables";
import { log } from "@/lib/log";
import { whenPrepared } from "@/lib/preparation";
import { isLeaving } from "@/lib/stopping.mjs";
import journal from "../../../drizzle/meta/_journal.json";

const PATIENCE_MS = 2_000;
const WRITE_EVERY_MS = 5_000;

const newest = Math.max(...journal.entries.map((entry) => entry.when));

export type Readiness = { status: "ok" | "unavailable"; checks: { database: Check; migrations: Check } };
type Check = "ok" | "unavailable" | "behind";

/** Whether this instance can do its work: the database answers, and its schema is the one that this version wants. */
export async function checkReadiness(): Promise<Readiness> {
  try {
    await Promise.race([whenPrepared(), impatience()]);
    // Drizzle's own table, which no schema of ours describes.
    const asked = db.execute<{ newest: string | null }>(
      sql`select max(created_at) as newest from drizzle.__drizzle_migrations`,
    );
    const [row] = await Promise.race([asked, impatience()]);
    await Promise.race([requireWritable(), impatience()]);
    const migrations = Number(row?.newest ?? 0) >= newest ? "ok" : "behind";
    const isReady = migrations === "ok" && !isLeaving();
    return { status: isReady ? "ok" : "unavailable", checks: { database: "ok", migrations } };
  } catch (error) {
    const reached = (error as { code?: string }).code === "42P01"; // no such table: never migrated
    if (!reached) log().warn({ error }, "the database does not answer");
    const checks = reached
      ? { database: "ok" as const, migrations: "behind" as const }
      : { database: "unavailable" as const, migrations: "unavailable" as const };
    return { status: "unavailable", checks };
  }
}

let lastWrite: { at: number; done: Promise<void> } | undefined;

/** A replica and a full disk answer whoever reads, and are no use to anybody who signs in. */
function requireWritable(): Promise<void> {
  const now = performance.now();
  if (lastWrite === undefined || now - lastWrite.at > WRITE_EVERY_MS) {
    lastWrite = { at: now, done: tryToWrite() };
    // What has failed is tried again at once, so that it is known at once when it no longer does.
    lastWrite.done.catch(() => {
      lastWrite = undefined;
    });
  }
  return lastWrite.done;
}

/** Of a name that no other process writes to, and taken back. */
async function tryToWrite() {
  const key = `readiness of ${randomUUID()}`;
  try {
    await inTransaction(async (tx) => {
      await tx.insert(systemConfig).values({ key, value: true });
      tx.rollback();
    });
  } catch (error) {
    if (!(error instanceof TransactionRollbackError)) throw error;
  }
}

/** A database that says nothing isn't ready either, and whoever asks wants to hear so soon. */
async function impatience(): Promise<never> {
  await sleep(PATIENCE_MS, undefined, { ref: false });
  throw new Error("no answer in time");
}
