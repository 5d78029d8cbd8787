import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { SelectResultFields } from "drizzle-orm/query-builders/select.types";
import { db } from "@/db/client";
import { jsonListOf } from "@/db/sql";
import { tags, tasks, taskTagLink } from "@/db/tables";
import { tagColumns } from "@/domain/tags/tags";
import { Problem } from "@/lib/errors";

/** What is shown goes by this name, whether it comes from the table, from a page of it or from what was just written. */
export const task = alias(tasks, "task");

/** What anybody ever gets to see of a task, its tags by name along with it. */
export function taskColumns(tagged: SQL | undefined = hasTask(task.id)) {
  const list = db
    .select({ tags: jsonListOf(tagColumns, { by: sql`lower(${tags.name})` }) })
    .from(tags)
    .where(tagged);
  return {
    id: task.id,
    title: task.title,
    description: task.description,
    completed: sql<boolean>`${task.completedAt} is not null`,
    priority: task.priority,
    due_date: task.dueDate,
    recurrence_rule: task.recurrenceRule,
    tags: sql<SelectResultFields<typeof tagColumns>[]>`${list}`,
    created_at: task.createdAt,
    updated_at: task.updatedAt,
  };
}

export type Task = SelectResultFields<ReturnType<typeof taskColumns>>;

/** Of tags: those that this task has. */
export function hasTask(taskId: typeof task.id | number) {
  const linked = db.select({ id: taskTagLink.tagId }).from(taskTagLink).where(eq(taskTagLink.taskId, taskId));
  return inArray(tags.id, linked);
}

type Which = { userId: string; taskId: number };

export async function getTask({ userId, taskId }: Which): Promise<Task> {
  const [found] = await db
    .select(taskColumns())
    .from(task)
    .where(and(eq(task.id, taskId), eq(task.userId, userId)));
  if (found === undefined) throw new Problem("NOT_FOUND");
  return found;
}

export async function deleteTask({ userId, taskId }: Which) {
  const deleted = await db
    .delete(tasks)
    .where(and(eq(tasks.id, taskId), eq(tasks.userId, userId)))
    .returning({ id: tasks.id });
  if (deleted.length === 0) throw new Problem("NOT_FOUND");
}
