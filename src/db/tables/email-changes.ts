import { sql } from "drizzle-orm";
import { index, pgTable, uuid, varchar } from "drizzle-orm/pg-core";
import { moment } from "./columns";
import { users } from "./users";

/** A verified email that somebody has changed: until the link that undoes it runs out, nobody else may have it. */
export const emailChanges = pgTable(
  "email_changes",
  {
    /** Of the mail that was sent to it, and of the proof in its link. */
    id: uuid("id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** What it was before. In its canonical form. */
    email: varchar("email", { length: 255 }).notNull(),
    /** Of the clock, not of the transaction: later ones are told from earlier ones by it. */
    changedAt: moment("changed_at").notNull().default(sql`clock_timestamp()`),
    reservedUntil: moment("reserved_until").notNull(),
  },
  (t) => [
    index("ix_email_changes_email").on(t.email),
    index("ix_email_changes_user_id").on(t.userId),
    index("ix_email_changes_reserved_until").on(t.reservedUntil),
  ],
);
