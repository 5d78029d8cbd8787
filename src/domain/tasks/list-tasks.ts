import { and, eq, gte, inArray, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { taskTagLink } from "@/db/tables";
import { type Page, toPage } from "@/lib/page";
import type { TaskFilter } from "./inputs";
import { orderOf } from "./order";
import { type Task, task, taskColumns } from "./task";

type Listing = { userId: string; filter: TaskFilter; limit: number; cursor?: string };

/** A person's tasks. A page begins after the place where the last one ended: no row twice, none missed. */
export async function listTasks(listing: Listing): Promise<Page<Task>> {
  const rows = await taskPageQuery(listing);
  return toPage(rows, listing.limit, (row) => row.position);
}

/**
 * The statement of a list by itself, so that the bench can have it explained. Its inner part walks an index in the order
 * of the list; what is shown beside is looked up for the rows of the page only.
 */
export function taskPageQuery({ userId, filter, limit, cursor }: Listing) {
  const { completed, priority, tag_id, due_before, due_after, q } = filter;
  const order = orderOf(filter.sort);
  const page = db
    .select()
    .from(task)
    .where(
      and(
        eq(task.userId, userId),
        cursor === undefined ? undefined : order.after(cursor),
        completed === undefined ? undefined : isCompleted(completed),
        priority === undefined ? undefined : eq(task.priority, priority),
        tag_id === undefined ? undefined : isTagged(tag_id),
        due_before === undefined ? undefined : lt(task.dueDate, due_before),
        due_after === undefined ? undefined : gte(task.dueDate, due_after),
        q === undefined ? undefined : sql`strpos(${task.searchText}, lower(${q})) > 0`,
      ),
    )
    .orderBy(order.by)
    .limit(limit + 1)
    .as("task");
  return db
    .select({ ...taskColumns(), position: order.position })
    .from(page)
    .orderBy(order.by);
}

function isCompleted(completed: boolean) {
  return completed ? isNotNull(task.completedAt) : isNull(task.completedAt);
}

/** `is true` keeps this a set that is looked into: joined, a tag on many tasks would have all of them read and sorted. */
function isTagged(tagId: number) {
  const tagged = db.select({ id: taskTagLink.taskId }).from(taskTagLink).where(eq(taskTagLink.tagId, tagId));
  return sql`(${inArray(task.id, tagged)}) is true`;
}
