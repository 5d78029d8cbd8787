import { describe, expect, test } from "vitest";
import { database } from "@/db/pool";
import { createUser } from "@/testing/factories";
import { statementsOf } from "@/testing/statements";
import { CHART_DAYS, getTaskStats } from "./stats";

const timeZone = "Asia/Kathmandu";
// A Thursday there, 02:30; still Wednesday in UTC.
const now = new Date("2026-11-18T20:45:00Z");

type Given = { due?: string; done?: string };

async function personWith(tasks: Given[]) {
  const { id } = await createUser();
  for (const { due = null, done = null } of tasks)
    await database()`
      insert into tasks (user_id, title, due_date, completed_at) values (${id}, 'x', ${due}, ${done})
    `;
  return id;
}

async function statsOf(tasks: Given[]) {
  return getTaskStats({ userId: await personWith(tasks), timeZone, now });
}

describe("the stats", () => {
  test("count what is open, and of it what is due on this day of the person's and what is late", async () => {
    const stats = await statsOf([
      {},
      { due: "2026-11-18T18:14:59Z" },
      { due: "2026-11-18T18:15:00Z" },
      { due: "2026-11-19T18:14:59Z" },
      { due: "2026-11-19T18:15:00Z" },
      { due: "2026-11-18T19:00:00Z", done: "2026-11-18T19:00:00Z" },
    ]);
    expect(stats).toMatchObject({ open: 5, dueToday: 2, overdue: 2, hasAny: true });
  });

  test("count what was done since Monday, and by the day", async () => {
    const { doneThisWeek, doneByDay } = await statsOf([
      { done: "2026-11-15T18:14:59Z" },
      { done: "2026-11-15T18:15:00Z" },
      { done: "2026-11-18T20:00:00Z" },
      { done: "2026-11-18T20:30:00Z" },
      { done: "2026-11-05T18:14:59Z" },
      { done: "2026-11-05T18:15:00Z" },
    ]);
    expect(doneThisWeek).toBe(3);
    expect(doneByDay).toHaveLength(CHART_DAYS);
    expect(doneByDay.filter(({ done }) => done > 0)).toEqual([
      { day: "2026-11-06", done: 1 },
      { day: "2026-11-15", done: 1 },
      { day: "2026-11-16", done: 1 },
      { day: "2026-11-19", done: 2 },
    ]);
  });

  test("on a Monday the week is that day, on a Sunday all seven", async () => {
    const userId = await personWith([
      { done: "2026-11-15T12:00:00Z" },
      { done: "2026-11-16T01:00:00Z" },
      { done: "2026-11-22T01:00:00Z" },
    ]);
    const on = (day: string) =>
      getTaskStats({ userId, timeZone: "UTC", now: new Date(`${day}T13:00:00Z`) }).then(
        ({ doneThisWeek }) => doneThisWeek,
      );
    expect(await on("2026-11-15")).toBe(1);
    expect(await on("2026-11-16")).toBe(1);
    expect(await on("2026-11-22")).toBe(2);
  });

  test("are nought for somebody without tasks, whatever others have", async () => {
    await personWith([{}, { due: "2026-11-18T20:00:00Z" }, { done: "2026-11-18T20:00:00Z" }]);
    const stats = await statsOf([]);
    expect(stats).toMatchObject({ open: 0, dueToday: 0, overdue: 0, doneThisWeek: 0, hasAny: false });
    expect(stats.doneByDay.every(({ done }) => done === 0)).toBe(true);
  });

  test("are one statement", async () => {
    const userId = await personWith([]);
    const statements = await statementsOf(() => getTaskStats({ userId, timeZone, now }));
    expect(statements).toHaveLength(1);
  });
});
