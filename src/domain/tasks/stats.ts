import type { Sql } from "postgres";
import { database } from "@/db/pool";
import { addDays, clockAt, daysBetween, startOfDay } from "@/lib/day";

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

type Row = {
  open: number;
  due_today: number;
  overdue: number;
  done: Record<string, number> | null;
  has_any: boolean;
};

/** What a person has to do and has done, by the days of their own calendar. */
export async function getTaskStats({ userId, timeZone, now = new Date() }: Asking): Promise<TaskStats> {
  const today = clockAt(now, timeZone).day;
  const days = Array.from({ length: CHART_DAYS }, (_, index) => addDays(today, index - CHART_DAYS + 1));
  const starts = [...days, addDays(today, 1)].map((day) => startOfDay(day, timeZone) as Date);
  const [row] = await taskStatsQuery(database(), { userId, now, starts });
  const doneByDay = days.map((day, index) => ({ day, done: row.done?.[index + 1] ?? 0 }));
  const thisWeek = doneByDay.slice(-1 - daysSinceMonday(today));
  return {
    open: row.open,
    dueToday: row.due_today,
    overdue: row.overdue,
    doneThisWeek: thisWeek.reduce((sum, { done }) => sum + done, 0),
    doneByDay,
    hasAny: row.has_any,
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
export function taskStatsQuery(sql: Sql, { userId, now, starts }: Bounds) {
  const [tomorrow, today] = [starts.at(-1) as Date, starts.at(-2) as Date];
  const open = sql`from tasks t where t.user_id = ${userId} and t.completed_at is null`;
  const due = sql`coalesce(t.due_date, 'infinity'::timestamptz)`;
  return sql<[Row]>`
    select
      (select count(*)::int ${open}) as open,
      (select count(*)::int ${open} and ${due} >= ${today} and ${due} < ${tomorrow}) as due_today,
      (select count(*)::int ${open} and ${due} < ${now}) as overdue,
      (select json_object_agg(day, done) from (
        select width_bucket(t.completed_at, ${starts.map((start) => start.toISOString())}::timestamptz[]) as day, count(*)::int as done
        from tasks t
        where t.user_id = ${userId} and t.completed_at >= ${starts[0] as Date} and t.completed_at < ${tomorrow}
        group by day
      ) by_day) as done,
      exists (select from tasks t where t.user_id = ${userId}) as has_any
  `;
}
