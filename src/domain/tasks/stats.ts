import { and, eq, exists, gte, isNull, lt, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { arrayOf } from "@/db/sql";
import { tasks } from "@/db/tables";
import { addDays, clockAt, daysBetween, startOfDay } from "@/lib/day";
import { Problem } from "@/lib/errors";

/** How far back the chart looks, today included. */
export const CHART_DAYS = 14;

export type TaskStats = {
  open: number;
  dueToday: number;
  overdue: number;
  /** Since Monday. */
  doneThisWeek: number;
  /** The oldest day first, today last. */
  doneByDay: { day: string; done: number }[];
  /** Whether there is any task at all. */
  hasAny: boolean;
};

type Asking = { userId: string; timeZone: string; now?: Date };

/** What a person has to do and has done, by the days of their own calendar. */
export async function getTaskStats({ userId, timeZone, now = new Date() }: Asking): Promise<TaskStats> {
  const today = clockAt(now, timeZone).day;
  const days = Array.from({ length: CHART_DAYS }, (_, index) => addDays(today, index - CHART_DAYS + 1));
  const starts = [...days, addDays(today, 1)].map((day) => startOfDay(day, timeZone) as Date);
  const [row] = await taskStatsQuery({ userId, now, starts });
  if (row === undefined) throw new Problem("INTERNAL_ERROR");
  const doneByDay = days.map((day, index) => ({ day, done: row.done?.[index + 1] ?? 0 }));
  const thisWeek = doneByDay.slice(-1 - daysSinceMonday(today));
  return {
    open: row.open,
    dueToday: row.dueToday,
    overdue: row.overdue,
    doneThisWeek: thisWeek.reduce((sum, { done }) => sum + done, 0),
    doneByDay,
    hasAny: row.hasAny,
  };
}

// A day that everybody knows to have been a Monday.
const A_MONDAY = "2024-01-01";

function daysSinceMonday(day: string): number {
  return daysBetween(A_MONDAY, day) % 7;
}

type Bounds = {
  userId: string;
  now: Date;
  /** Where each day begins, and after them tomorrow. */
  starts: Date[];
};

/**
 * One statement, each part of it from an index (db/tables/tasks.ts). By itself, so that the bench can have it explained.
 * Due dates as the index of what is open has them, where none is at infinity.
 */
export function taskStatsQuery({ userId, now, starts }: Bounds) {
  const [tomorrow, today] = [starts.at(-1) as Date, starts.at(-2) as Date];
  const isMine = eq(tasks.userId, userId);
  const due = sql`coalesce(${tasks.dueDate}, 'infinity'::timestamptz)`;
  const countOpen = (...where: SQL[]) => db.$count(tasks, and(isMine, isNull(tasks.completedAt), ...where));
  return db
    .select({
      open: countOpen(),
      dueToday: countOpen(gte(due, today), lt(due, tomorrow)),
      overdue: countOpen(lt(due, now)),
      done: sql<Record<string, number> | null>`${countDone({ userId, starts, until: tomorrow })}`,
      hasAny: sql<boolean>`${exists(db.select({ one: sql`1` }).from(tasks).where(isMine))}`,
    })
    .from(sql`(select) as nothing`);
}

type Span = { userId: string; starts: Date[]; until: Date };

/** By the number of the day, the first being 1; days without any are left out. */
function countDone({ userId, starts, until }: Span) {
  const { completedAt } = tasks;
  const days = arrayOf(
    starts.map((start) => start.toISOString()),
    "timestamptz",
  );
  const day = sql<number>`width_bucket(${completedAt}, ${days})`.as("day");
  const byDay = db
    .select({ day, done: sql<number>`count(*)::int`.as("done") })
    .from(tasks)
    .where(and(eq(tasks.userId, userId), gte(completedAt, starts[0] as Date), lt(completedAt, until)))
    .groupBy(day)
    .as("by_day");
  return db.select({ done: sql`json_object_agg(${byDay.day}, ${byDay.done})` }).from(byDay);
}
