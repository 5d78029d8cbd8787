import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, uniqueIndex, uuid, varchar } from "drizzle-orm/pg-core";
import { moment, timestamps } from "./columns";

/** Work that outlives the request that asked for it, written down in the same transaction. Who runs a row holds its lease. */
export const jobs = pgTable(
  "jobs",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    kind: varchar("kind", { length: 60 }).notNull(),
    /** Of one kind no two jobs have the same key: what is asked for twice is done once. */
    key: varchar("key", { length: 200 }),
    payload: jsonb("payload").notNull().default({}),
    runAt: moment("run_at").notNull().defaultNow(),
    attempts: integer("attempts").notNull().default(0),
    /** Drawn anew by whoever takes the job, so that only they can say how it ended. */
    leaseId: uuid("lease_id"),
    leasedUntil: moment("leased_until"),
    lastError: varchar("last_error", { length: 500 }),
    doneAt: moment("done_at"),
    /** Given up: only an administrator has it tried again. */
    failedAt: moment("failed_at"),
    traceId: varchar("trace_id", { length: 32 }),
    ...timestamps,
  },
  (t) => [
    uniqueIndex("ix_jobs_kind_key").on(t.kind, t.key),
    index("ix_jobs_due").on(t.runAt).where(sql`${t.doneAt} is null and ${t.failedAt} is null`),
    index("ix_jobs_created_at").on(t.createdAt, t.id),
  ],
);
