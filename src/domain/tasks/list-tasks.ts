import type { Sql } from "postgres";
import { database } from "@/db/pool";
import { type Page, toPage } from "@/lib/page";
import type { TaskFilter } from "./inputs";
import { orderBy } from "./order";
import { type Task, taskColumns } from "./task";

type Listing = { userId: string; filter: TaskFilter; limit: number; cursor?: string };

type Row = Task & { position: string };

/** A person's tasks. A page begins after the place where the last one ended: no row twice, none missed. */
export async function listTasks({ userId, filter, limit, cursor }: Listing): Promise<Page<Task>> {
  const rows = await taskPageQuery(database(), { userId, filter, limit, cursor });
  return toPage(rows, limit, (row) => `${filter.sort} ${row.position}`);
}

/**
 * The statement of a list by itself, so that the bench can have it explained. Its inner part walks an index in the order
 * of the list; what is shown beside is looked up for the rows of the page only.
 */
export function taskPageQuery(sql: Sql, { userId, filter, limit, cursor }: Listing) {
  const { completed, priority, tag_id, due_before, due_after, q } = filter;
  const order = orderBy(sql, filter.sort);
  return sql<Row[]>`
    select ${taskColumns(sql)}, ${order.position} as position
    from (
      select * from tasks t
      where t.user_id = ${userId} ${cursor === undefined ? sql`` : sql`and ${order.after(cursor)}`}
        ${completed === undefined ? sql`` : sql`and t.completed_at is ${completed ? sql`not null` : sql`null`}`}
        ${priority === undefined ? sql`` : sql`and t.priority = ${priority}`}
        ${tag_id === undefined ? sql`` : sql`and ${isTagged(sql, tag_id)}`}
        ${due_before === undefined ? sql`` : sql`and t.due_date < ${due_before}`}
        ${due_after === undefined ? sql`` : sql`and t.due_date >= ${due_after}`}
        ${q === undefined ? sql`` : sql`and strpos(t.search_text, lower(${q})) > 0`}
      order by ${order.by} limit ${limit + 1}
    ) t
    order by ${order.by}
  `;
}

/** `is true` keeps this a set that is looked into: joined, a tag on many tasks would have all of them read and sorted. */
function isTagged(sql: Sql, tagId: number) {
  return sql`(t.id in (select link.task_id from task_tag_link link where link.tag_id = ${tagId})) is true`;
}
