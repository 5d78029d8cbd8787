import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { tasks } from "@/db/tables";

/** Of each list the first so many; the page of tasks has all of them. */
export const MOST_DUE = 8;

export type DueTask = { id: number; title: string; due_date: Date };

/** As Postgres puts it into JSON. */
export type DueRow = { id: number; title: string; due_date: string };

export const isMine = eq(tasks.userId, sql.placeholder("userId"));
// Due dates as the index of what is open has them, where none is at infinity.
export const due = sql`coalesce(${tasks.dueDate}, 'infinity'::timestamptz)`;

/** What is open and due in a range, the earliest first, as one value of JSON. */
export function firstDue(...range: SQL[]) {
  const first = db
    .select({ id: tasks.id, title: tasks.title, due_date: sql`${tasks.dueDate}`.as("due_date") })
    .from(tasks)
    .where(and(isMine, isNull(tasks.completedAt), ...range))
    .orderBy(asc(due), asc(tasks.id))
    .limit(MOST_DUE)
    .as("first_due");
  return sql<
    DueRow[] | null
  >`(select json_agg(first_due order by ${first.due_date}, ${first.id}) from ${first})`;
}

export function readDue(rows: DueRow[] | null): DueTask[] {
  return (rows ?? []).map(({ due_date, ...task }) => ({ ...task, due_date: new Date(due_date) }));
}
