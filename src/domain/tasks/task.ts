import type { Sql } from "postgres";
import { selectList } from "@/db/columns-list";
import type { Fragment } from "@/db/pool";
import { database } from "@/db/pool";
import { tasks } from "@/db/tables";
import type { Tag } from "@/domain/tags/tags";
import { Problem } from "@/lib/errors";
import type { Priority } from "./schema";

export type Task = {
  id: number;
  title: string;
  description: string | null;
  completed: boolean;
  priority: Priority;
  due_date: Date | null;
  recurrence_rule: string | null;
  tags: Tag[];
  created_at: Date;
  updated_at: Date;
};

const plainColumns = selectList(
  {
    id: tasks.id,
    title: tasks.title,
    description: tasks.description,
    priority: tasks.priority,
    due_date: tasks.dueDate,
    recurrence_rule: tasks.recurrenceRule,
    created_at: tasks.createdAt,
    updated_at: tasks.updatedAt,
  },
  "t",
);

/** What anybody ever gets to see of the task `t`, its tags by name along with it. */
export function taskColumns(sql: Sql, tagged: Fragment = linkedTags(sql)) {
  return sql`${sql.unsafe(plainColumns)}, t.completed_at is not null as completed, (
    select coalesce(json_agg(json_build_object('id', tag.id, 'name', tag.name, 'color', tag.color)
      order by lower(tag.name)), '[]')
    from tags tag where ${tagged}
  ) as tags`;
}

function linkedTags(sql: Sql) {
  return sql`tag.id in (select link.tag_id from task_tag_link link where link.task_id = t.id)`;
}

type Which = { userId: string; taskId: number };

export async function getTask({ userId, taskId }: Which): Promise<Task> {
  const sql = database();
  const [task] = await sql<Task[]>`
    select ${taskColumns(sql)} from tasks t where t.id = ${taskId} and t.user_id = ${userId}
  `;
  if (task === undefined) throw new Problem("NOT_FOUND");
  return task;
}

export async function deleteTask({ userId, taskId }: Which) {
  const deleted = await database()`
    delete from tasks where id = ${taskId} and user_id = ${userId} returning id
  `;
  if (deleted.length === 0) throw new Problem("NOT_FOUND");
}
