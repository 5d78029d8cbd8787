import { database } from "@/db/pool";
import { Problem } from "@/lib/errors";
import type { NewTask } from "./inputs";
import { linkTags, requireOwnTags } from "./tagging";
import { type Task, taskColumns } from "./task";

export async function createTask({ userId, task }: { userId: string; task: NewTask }): Promise<Task> {
  const { tag_ids: tagIds = [] } = task;
  await requireOwnTags({ userId, tagIds });
  const sql = database();
  const tagged = sql`tag.user_id = ${userId} and tag.id = any(${tagIds}::int[])`;
  const [created] = await sql<Task[]>`
    with t as (
      insert into tasks (user_id, title, description, completed_at, priority, due_date, recurrence_rule)
      values (
        ${userId}, ${task.title}, ${task.description ?? null}, ${task.completed ? sql`now()` : null},
        ${task.priority ?? "medium"}, ${task.due_date ?? null}, ${task.recurrence_rule ?? null}
      )
      returning *
    ), ${linkTags(sql, { name: "linked", task: sql`select id from t`, tags: tagged })}
    select ${taskColumns(sql, tagged)} from t
  `;
  if (created === undefined) throw new Problem("INTERNAL_ERROR");
  return created;
}
