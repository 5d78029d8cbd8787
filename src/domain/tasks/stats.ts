import { and, exists, gte, isNull, lt, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { tasks } from "@/db/tables";
import { addDays, clockAt, daysBetween, startOfDay } from "@/lib/day";
import { Problem } from "@/lib/errors";
import { type DueTask, due, firstDue, isMine, readDue } from "./due-soon";

/** How far back the chart looks, today included. */
export const CHART_DAYS = 14;
/** How far ahead, today included. */
const WEEK_DAYS = 7;

export type TaskStats = {
  open: number;
  dueToday: number;
  overdue: number;
  /** Since Monday. */
  doneThisWeek: number;
  /** The oldest day first, today last. */
  doneByDay: { day: string; done: number }[];
  /** What is late or due today, and what the rest of a week from today has; the earliest first, as many as fit. */
  dueByToday: DueTask[];
  dueThisWeek: DueTask[];
  /** Whether there is any task at all. */
  hasAny: boolean;
};

type Asking = { userId: string; timeZone: string; now?: Date };

/** What a person has to do and has done, by the days of their own calendar. */
export async function getTaskStats({ userId, timeZone, now = new Date() }: Asking): Promise<TaskStats> {
  const today = clockAt(now, timeZone).day;
  const days = Array.from({ length: CHART_DAYS }, (_, index) => addDays(today, index - CHART_DAYS + 1));
  const starts = [...days, addDays(today, 1)].map((day) => startOfDay(day, timeZone) as Date);
  const nextWeek = startOfDay(addDays(today, WEEK_DAYS), timeZone) as Date;
  const [row] = await taskStats.execute(boundsOf({ userId, now, starts, nextWeek }));
  if (row === undefined) throw new Problem("INTERNAL_ERROR");
  const doneByDay = days.map((day, index) => ({ day, done: row.done?.[index + 1] ?? 0 }));
  const thisWeek = doneByDay.slice(-1 - daysSinceMonday(today));
  return {
    open: row.open,
    dueToday: row.dueToday,
    overdue: row.overdue,
    doneThisWeek: thisWeek.reduce((sum, { done }) => sum + done, 0),
    doneByDay,
    dueByToday: readDue(row.dueByToday),
    dueThisWeek: readDue(row.dueThisWeek),
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
  nextWeek: Date;
};

/** The query's values by the names of their places. */
export function boundsOf({ userId, now, starts, nextWeek }: Bounds) {
  const moments = starts.map((start) => start.toISOString());
  const [today, tomorrow] = moments.slice(-2);
  return {
    ...{ userId, now: now.toISOString(), starts: moments, first: moments[0], today, tomorrow },
    nextWeek: nextWeek.toISOString(),
  };
}

const moment = (name: "now" | "first" | "today" | "tomorrow" | "nextWeek") =>
  sql`${sql.placeholder(name)}::timestamptz`;

function countOpen(...where: SQL[]) {
  return db.$count(tasks, and(isMine, isNull(tasks.completedAt), ...where));
}

/** By the number of the day, the first being 1; days without any are left out. */
function countDone() {
  const { completedAt } = tasks;
  const day = sql<number>`width_bucket(${completedAt}, ${sql.placeholder("starts")}::timestamptz[])`.as(
    "day",
  );
  const byDay = db
    .select({ day, done: sql<number>`count(*)::int`.as("done") })
    .from(tasks)
    .where(and(isMine, gte(completedAt, moment("first")), lt(completedAt, moment("tomorrow"))))
    .groupBy(day)
    .as("by_day");
  return db.select({ done: sql`json_object_agg(${byDay.day}, ${byDay.done})` }).from(byDay);
}

/** One statement, each part of it from an index (db/tables/tasks.ts). By itself, so that the bench can have it explained. */
export const taskStatsQuery = db
  .select({
    open: countOpen(),
    dueToday: countOpen(gte(due, moment("today")), lt(due, moment("tomorrow"))),
    overdue: countOpen(lt(due, moment("now"))),
    dueByToday: firstDue(lt(due, moment("tomorrow"))),
    dueThisWeek: firstDue(gte(due, moment("tomorrow")), lt(due, moment("nextWeek"))),
    done: sql<Record<string, number> | null>`${countDone()}`,
    hasAny: sql<boolean>`${exists(db.select({ one: sql`1` }).from(tasks).where(isMine))}`,
  })
  .from(sql`(select) as nothing`);

const taskStats = taskStatsQuery.prepare("task_stats");
