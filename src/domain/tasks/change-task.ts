import { and, eq, inArray, isNotNull, isNull, notInArray, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { columnNames, now } from "@/db/sql";
import { tags, tasks, taskTagLink } from "@/db/tables";
import { withinQuota } from "@/domain/quota";
import { Problem } from "@/lib/errors";
import type { TaskChange } from "./inputs";
import { nextOccurrence, type Occurrence } from "./recurrence";
import { isOwnTag, linkTags, requireOwnTags, type Written } from "./tagging";
import { getTask, hasTask, type Task, task, taskColumns } from "./task";

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
  const isOwn = and(eq(tasks.id, taskId), eq(tasks.userId, userId));
  const written = db.$with("task").as(
    db
      .update(tasks)
      .set(assignments(change))
      .where(and(isOwn, before ? isStill(before) : undefined))
      .returning(),
  );
  const given = change.tag_ids && isOwnTag({ userId, tagIds: change.tag_ids });
  const tagged = given ?? hasTask(taskId);
  const parts = [
    ...(given ? replaceTags(written, given) : []),
    ...(next ? makeNext(written, { next, tagged }) : []),
    ...(change.completed === false ? [withdrawNext(written)] : []),
  ];
  const run = (executor: Pick<typeof db, "with">) =>
    executor
      .with(written, ...parts)
      .select(taskColumns(tagged))
      .from(written);
  // A successor is one more task.
  const [changed] = await (next ? withinQuota({ userId, to: "tasks" }, run) : run(db));
  return changed ?? null;
}

function assignments({ title, description, completed, priority, due_date, recurrence_rule }: TaskChange) {
  return {
    title,
    description,
    priority,
    dueDate: due_date,
    recurrenceRule: recurrence_rule,
    completedAt: completed
      ? sql`coalesce(${tasks.completedAt}, now())`
      : completed === false
        ? null
        : undefined,
    updatedAt: now,
  };
}

/** Dates are read to the millisecond. */
function isStill({ completed, due_date, recurrence_rule }: Task) {
  return and(
    completed ? isNotNull(tasks.completedAt) : isNull(tasks.completedAt),
    sql`date_trunc('milliseconds', ${tasks.dueDate}) is not distinct from ${due_date}::timestamptz`,
    sql`${tasks.recurrenceRule} is not distinct from ${recurrence_rule}::text`,
  );
}

function replaceTags(written: Written, tagged: SQL) {
  const wanted = db.select({ id: tags.id }).from(tags).where(tagged);
  const unlinked = db.$with("unlinked").as(
    db
      .delete(taskTagLink)
      .where(and(inArray(taskTagLink.taskId, idOf(written)), notInArray(taskTagLink.tagId, wanted)))
      .returning({ id: taskTagLink.tagId }),
  );
  return [...linkTags({ name: "linked", written, tagged }), unlinked];
}

/** A task has one successor: one that was completed, reopened and completed again keeps the one it has. */
function makeNext(written: Written, { next, tagged }: { next: Occurrence; tagged: SQL }) {
  const { userId, title, description, priority, dueDate, recurrenceRule, recurredFrom } = tasks;
  const columns = columnNames(userId, title, description, priority, dueDate, recurrenceRule, recurredFrom);
  const copy = db
    .select({
      userId: task.userId,
      title: task.title,
      description: task.description,
      priority: task.priority,
      dueDate: sql`${next.dueDate}::timestamptz`,
      recurrenceRule: sql`${next.recurrenceRule}::text`,
      recurredFrom: task.id,
    })
    .from(written);
  const made = db.$with("next", { id: task.id }).as(sql`
    insert into ${tasks} (${columns}) ${copy}
    on conflict (${columnNames(recurredFrom)}) do nothing
    returning ${columnNames(tasks.id)}`);
  return [made, ...linkTags({ name: "next_linked", written: made, tagged })];
}

/** Reopening takes the successor back, unless somebody has done something with it since. */
function withdrawNext(written: Written) {
  return db.$with("withdrawn").as(
    db
      .delete(tasks)
      .where(
        and(
          inArray(tasks.recurredFrom, idOf(written)),
          isNull(tasks.completedAt),
          eq(tasks.updatedAt, tasks.createdAt),
        ),
      )
      .returning({ id: tasks.id }),
  );
}

function idOf(written: Written) {
  return db.select({ id: written.id }).from(written);
}
