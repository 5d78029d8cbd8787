import { sql } from "drizzle-orm";
import { index, integer, pgTable, varchar } from "drizzle-orm/pg-core";
import { moment } from "./columns";

/** How often something was tried in the window that ends at expires_at. Unlogged: a crash of Postgres may forget it, and no sign-in waits for a log; a restart forgets nothing. */
export const attemptCounters = pgTable(
  "attempt_counters",
  {
    key: varchar("key", { length: 120 }).primaryKey(),
    points: integer("points").notNull(),
    /** Of the points those that nobody has judged yet, as far as they are not overdue. */
    pending: integer("pending").notNull().default(0),
    pendingUntil: moment("pending_until"),
    /** Until when the next guess has to wait. */
    blockedUntil: moment("blocked_until"),
    /** Tells this window from the one before. */
    startedAt: moment("started_at").notNull().default(sql`clock_timestamp()`),
    expiresAt: moment("expires_at").notNull(),
  },
  (t) => [index("ix_attempt_counters_expires_at").on(t.expiresAt)],
);
