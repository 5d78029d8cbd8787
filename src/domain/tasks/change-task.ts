import type { Sql } from "postgres";
import type { Fragment } from "@/db/pool";
import { database } from "@/db/pool";
import { Problem } from "@/lib/errors";
import type { TaskChange } from "./inputs";
import { nextOccurrence, type Occurrence } from "./recurrence";
import { linkTags, requireOwnTags } from "./tagging";
import { getTask, type Task, taskColumns } from "./task";

type Change = { userId: string; taskId: number; timeZone: string; change: TaskChange };

const MOST_TRIES = 5;

/**
 * Changes a task. Completing a recurring one makes its successor in the same statement, which takes effect only on the
 * task as it was read: of two who complete it at once, one does, and the other finds it done.
 */
export async function changeTask({ userId, taskId, timeZone, change }: Change): Promise<Task> {
  await requireOwnTags({ userId, tagIds: change.tag_ids });
  if (Object.values(change).every((value) => value === undefined)) return getTask({ userId, taskId });
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const before = change.completed ? await getTask({ userId, taskId }) : null;
    const next = before && successorOf(before, { change, timeZone });
    const changed = await write({ userId, taskId, change, before, next });
    if (changed) return changed;
    if (before === null) throw new Problem("NOT_FOUND");
  }
  throw new Problem("SERVICE_UNAVAILABLE", { retryAfterSeconds: 1 });
}

/** What is to come after a task that is completed just now. Without a due date it is reckoned from this moment. */
function successorOf(before: Task, { change, timeZone }: Pick<Change, "change" | "timeZone">) {
  const { recurrence_rule: rule, due_date } = { ...before, ...definedOf(change) };
  if (before.completed || rule === null) return null;
  return nextOccurrence({ rule, from: due_date ?? new Date(), timeZone });
}

function definedOf(change: TaskChange): Partial<Pick<Task, "recurrence_rule" | "due_date">> {
  const { recurrence_rule, due_date } = change;
  return {
    ...(recurrence_rule !== undefined && { recurrence_rule }),
    ...(due_date !== undefined && { due_date }),
  };
}

type Writing = {
  userId: string;
  taskId: number;
  change: TaskChange;
  before: Task | null;
  next: Occurrence | null;
};

/** Null where the task isn't there, or is no longer what it was. */
async function write({ userId, taskId, change, before, next }: Writing): Promise<Task | null> {
  const sql = database();
  const given =
    change.tag_ids === undefined
      ? null
      : sql`tag.user_id = ${userId} and tag.id = any(${change.tag_ids}::int[])`;
  const kept = sql`tag.id in (select link.tag_id from task_tag_link link where link.task_id = ${taskId})`;
  const [changed] = await sql<Task[]>`
    with t as (
      update tasks set ${assignments(sql, change)}
      where id = ${taskId} and user_id = ${userId} ${before ? isStill(sql, before) : sql``}
      returning *
    ) ${given ? replaceTags(sql, given) : sql``} ${next ? makeNext(sql, { next, tags: given ?? kept }) : sql``}
    ${change.completed === false ? withdrawNext(sql) : sql``}
    select ${taskColumns(sql, given ?? kept)} from t
  `;
  return changed ?? null;
}

const COLUMNS = ["title", "description", "priority", "due_date", "recurrence_rule"] as const;

function assignments(sql: Sql, change: TaskChange) {
  const given = COLUMNS.filter((column) => change[column] !== undefined);
  const assigned = given.reduce(
    (before, column) => sql`${before}, ${sql(column)} = ${change[column] as string | Date | null}`,
    sql`updated_at = now()`,
  );
  if (change.completed === undefined) return assigned;
  return sql`${assigned}, completed_at = ${change.completed ? sql`coalesce(completed_at, now())` : null}`;
}

/** Dates are read to the millisecond. */
function isStill(sql: Sql, { completed, due_date, recurrence_rule }: Task) {
  return sql`and completed_at is ${completed ? sql`not null` : sql`null`}
    and date_trunc('milliseconds', due_date) is not distinct from ${due_date}::timestamptz
    and recurrence_rule is not distinct from ${recurrence_rule}::text`;
}

function replaceTags(sql: Sql, tags: Fragment) {
  return sql`, ${linkTags(sql, { name: "linked", task: sql`select id from t`, tags })}, unlinked as (
    delete from task_tag_link link using t
    where link.task_id = t.id and link.tag_id not in (select tag.id from tags tag where ${tags})
  )`;
}

/** A task has one successor: one that was completed, reopened and completed again keeps the one it has. */
function makeNext(sql: Sql, { next, tags }: { next: Occurrence; tags: Fragment }) {
  return sql`, next as (
    insert into tasks (user_id, title, description, priority, due_date, recurrence_rule, recurred_from)
    select user_id, title, description, priority, ${next.dueDate}, ${next.recurrenceRule}, id from t
    on conflict (recurred_from) do nothing
    returning id
  ), ${linkTags(sql, { name: "next_linked", task: sql`select id from next`, tags })}`;
}

/** Reopening takes the successor back, unless somebody has done something with it since. */
function withdrawNext(sql: Sql) {
  return sql`, withdrawn as (
    delete from tasks successor using t
    where successor.recurred_from = t.id and successor.user_id = t.user_id
      and successor.completed_at is null and successor.updated_at = successor.created_at
  )`;
}
