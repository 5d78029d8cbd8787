import { type SQL, sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
  varchar,
} from "drizzle-orm/pg-core";
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
    /** The task whose completion made this one; unique, so that a task has one successor however often it is completed. */
    recurredFrom: integer("recurred_from").references((): AnyPgColumn => tasks.id, { onDelete: "set null" }),
    /** Folded once, at the write: lower() of ten thousand rows is what a search would spend its time on. */
    searchText: text("search_text").generatedAlwaysAs(
      (): SQL => sql`lower(${tasks.title} || E'\\n' || coalesce(${tasks.description}, ''))`,
    ),
    ...timestamps,
  },
  (t) => [
    index("idx_tasks_user_id").on(t.userId),
    index("idx_tasks_user_completed").on(t.userId, t.completedAt),
    index("idx_tasks_user_priority").on(t.userId, t.priority),
    index("idx_tasks_user_due_date").on(t.userId, t.dueDate),
    // One an order of the list (domain/tasks/order.ts), so that a page is read from where the last one ended.
    index("ix_tasks_by_created_at").on(t.userId, t.createdAt, t.id),
    index("ix_tasks_by_due_date").on(t.userId, sql`coalesce(${t.dueDate}, 'infinity'::timestamptz)`, t.id),
    index("ix_tasks_by_priority").on(
      t.userId,
      sql`(case ${t.priority} when 'low' then 1 when 'medium' then 2 else 3 end)`,
      t.id,
    ),
    index("ix_tasks_open_by_due_date")
      .on(t.userId, sql`coalesce(${t.dueDate}, 'infinity'::timestamptz)`, t.id)
      .where(sql`${t.completedAt} is null`),
    uniqueIndex("ix_tasks_recurred_from").on(t.recurredFrom),
    check("tasks_priority_check", sql`${t.priority} in ('low', 'medium', 'high')`),
  ],
);
