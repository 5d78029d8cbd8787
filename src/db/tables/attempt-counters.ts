import { index, integer, pgTable, varchar } from "drizzle-orm/pg-core";
import { moment } from "./columns";

/** How often something was tried in the window that ends at expires_at. Unlogged: a crash may forget it, a restart not. */
export const attemptCounters = pgTable(
  "attempt_counters",
  {
    key: varchar("key", { length: 120 }).primaryKey(),
    points: integer("points").notNull(),
    expiresAt: moment("expires_at").notNull(),
  },
  (t) => [index("ix_attempt_counters_expires_at").on(t.expiresAt)],
);
