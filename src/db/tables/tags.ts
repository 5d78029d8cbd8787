import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, uniqueIndex, uuid, varchar } from "drizzle-orm/pg-core";
import { timestamps } from "./columns";
import { tasks } from "./tasks";
import { users } from "./users";

/** A person's own label, unique to them whatever its case. */
export const tags = pgTable(
  "tags",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: varchar("name", { length: 50 }).notNull(),
    color: varchar("color", { length: 7 }).notNull(),
    ...timestamps,
  },
  (t) => [
    index("idx_tags_user_id").on(t.userId),
    uniqueIndex("ix_tags_user_id_name").on(t.userId, sql`lower(${t.name})`),
  ],
);

/** Which task bears which tag. */
export const taskTagLink = pgTable(
  "task_tag_link",
  {
    taskId: integer("task_id")
      .notNull()
      .references(() => tasks.id, { onDelete: "cascade" }),
    tagId: integer("tag_id")
      .notNull()
      .references(() => tags.id, { onDelete: "cascade" }),
  },
  (t) => [
    primaryKey({ name: "task_tag_link_pkey", columns: [t.taskId, t.tagId] }),
    index("idx_task_tag_link_task").on(t.taskId),
    index("idx_task_tag_link_tag").on(t.tagId, t.taskId),
  ],
);
