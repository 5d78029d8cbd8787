import { describe, expect, test } from "vitest";
import { database } from "@/db/pool";
import { createUser } from "@/testing/factories";
import { MOST_DUE } from "./due-soon";
import { getTaskStats } from "./stats";

const timeZone = "Asia/Kathmandu";
// A Thursday there, 02:30; still Wednesday in UTC.
const now = new Date("2026-11-18T20:45:00Z");

type Given = { title?: string; due?: string; done?: string };

async function personWith(tasks: Given[]) {
  const { id } = await createUser();
  for (const { title = "x", due = null, done = null } of tasks)
    await database()`
      insert into tasks (user_id, title, due_date, completed_at) values (${id}, ${title}, ${due}, ${done})
    `;
  return id;
}

async function dueSoonOf(tasks: Given[]) {
  return getTaskStats({ userId: await personWith(tasks), timeZone, now });
}

const titles = (tasks: { title: string }[]) => tasks.map(({ title }) => title);

describe("what is due soon", () => {
  test("is what is late or due on this day of the person's, and what the rest of the week has, earliest first", async () => {
    await personWith([{ title: "somebody else's", due: "2026-11-18T20:00:00Z" }]);
    const { dueByToday, dueThisWeek } = await dueSoonOf([
      { title: "the seventh day's last", due: "2026-11-25T18:14:59Z" },
      { title: "tomorrow's first", due: "2026-11-19T18:15:00Z" },
      { title: "the eighth day's", due: "2026-11-25T18:15:00Z" },
      { title: "today's last", due: "2026-11-19T18:14:59Z" },
      { title: "of last year", due: "2025-11-19T12:00:00Z" },
      { title: "done", due: "2026-11-18T20:00:00Z", done: "2026-11-18T20:30:00Z" },
      { title: "never" },
    ]);
    expect(titles(dueByToday)).toEqual(["of last year", "today's last"]);
    expect(titles(dueThisWeek)).toEqual(["tomorrow's first", "the seventh day's last"]);
    expect(dueByToday[0]).toEqual({
      id: expect.any(Number),
      title: "of last year",
      due_date: new Date("2025-11-19T12:00:00Z"),
    });
  });

  test("is no more of either than fits, and a heap of late tasks doesn't hide the week", async () => {
    const late = Array.from({ length: MOST_DUE + 2 }, () => ({ due: "2026-11-01T12:00:00Z" }));
    const { dueByToday, dueThisWeek } = await dueSoonOf([
      ...late,
      { title: "tomorrow's", due: "2026-11-20T12:00:00Z" },
    ]);
    expect(dueByToday).toHaveLength(MOST_DUE);
    expect(titles(dueThisWeek)).toEqual(["tomorrow's"]);
  });

  test("is nothing for who has no tasks", async () => {
    expect(await dueSoonOf([])).toMatchObject({ dueByToday: [], dueThisWeek: [] });
  });
});
