import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uuid, varchar } from "drizzle-orm/pg-core";
import { moment, timestamps } from "./columns";
import { users } from "./users";

/** Something a person means to do. Completed is a time: null is open. */
export const tasks = pgTable(
  "tasks",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    title: varchar("title", { length: 200 }).notNull(),
    description: varchar("description", { length: 1000 }),
    completedAt: moment("completed_at"),
    priority: varchar("priority", { length: 10, enum: ["low", "medium", "high"] })
      .notNull()
      .default("medium"),
    dueDate: moment("due_date"),
    recurrenceRule: text("recurrence_rule"),
    ...timestamps,
  },
  (t) => [
    index("idx_tasks_user_id").on(t.userId),
    index("idx_tasks_user_completed").on(t.userId, t.completedAt),
    index("idx_tasks_user_priority").on(t.userId, t.priority),
    index("idx_tasks_user_due_date").on(t.userId, t.dueDate),
    check("tasks_priority_check", sql`${t.priority} in ('low', 'medium', 'high')`),
  ],
);
