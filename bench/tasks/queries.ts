import type { Sql } from "postgres";
import { taskPageQuery } from "@/domain/tasks/list-tasks";
import { SORTS } from "@/domain/tasks/schema";
import { CHART_DAYS, taskStatsQuery } from "@/domain/tasks/stats";
import { toPage } from "@/lib/page";

type Filter = Omit<Parameters<typeof taskPageQuery>[1]["filter"], "sort">;
type Statement = ReturnType<typeof taskPageQuery | typeof taskStatsQuery>;

export type NamedQuery = { name: string; statement: (sql: Sql) => Statement };

const DAY_MS = 86_400_000;

/** Every kind of list that a page or a client asks for, and the stats of the dashboard, as one busy person asks for them. */
export async function queriesOf(sql: Sql, userId: string): Promise<NamedQuery[]> {
  const tags = await sql<{ id: number; name: string }[]>`select id, name from tags where user_id = ${userId}`;
  const tagged = (name: string) => ({ tag_id: tags.find((tag) => tag.name === name)?.id });
  const now = Date.now();

  const filters: [string, Filter][] = [
    ["all", {}],
    ["open", { completed: false }],
    ["completed", { completed: true }],
    ["high priority", { priority: "high" }],
    ["overdue", { completed: false, due_before: new Date(now) }],
    ["due within a day", { due_after: new Date(now), due_before: new Date(now + DAY_MS) }],
    ["due never", { due_after: new Date(now + 4000 * DAY_MS) }],
    ["a tag on half of them", tagged("everywhere")],
    ["a tag on few", tagged("rarely")],
    ["a tag on none", tagged("never")],
    ["open, high, tagged", { completed: false, priority: "high", ...tagged("often") }],
    ["search: a common word", { q: "invoice" }],
    ["search: a Russian word", { q: "ОТЧЁТ" }],
    ["search: one letter", { q: "ф" }],
    ["search: nothing found", { q: "zzzzzz" }],
    ["search: nothing found among the open", { q: "щщщщ", completed: false }],
  ];
  const lists = SORTS.flatMap((sort) =>
    filters.map(([name, filter]) => ({
      name: `${sort.padEnd(11)} ${name}`,
      statement: (client: Sql) => taskPageQuery(client, { userId, filter: { ...filter, sort }, limit: 20 }),
    })),
  );
  const deep = await Promise.all(
    SORTS.map(async (sort) => {
      const cursor = await cursorAfter(sql, { userId, sort, pages: 50 });
      return {
        name: `${sort.padEnd(11)} the 51st page of a hundred`,
        statement: (client: Sql) => taskPageQuery(client, { userId, filter: { sort }, limit: 100, cursor }),
      };
    }),
  );
  const midnight = new Date(now).setUTCHours(0, 0, 0, 0);
  const starts = Array.from(
    { length: CHART_DAYS + 1 },
    (_, day) => new Date(midnight + (day - CHART_DAYS + 1) * DAY_MS),
  );
  const stats = {
    name: "stats of the dashboard",
    statement: (client: Sql) => taskStatsQuery(client, { userId, now: new Date(now), starts }),
  };
  return [stats, ...lists, ...deep];
}

type Place = { userId: string; sort: (typeof SORTS)[number]; pages: number };

async function cursorAfter(sql: Sql, { userId, sort, pages }: Place): Promise<string | undefined> {
  let cursor: string | undefined;
  for (let page = 0; page < pages; page++) {
    const rows = await taskPageQuery(sql, { userId, filter: { sort }, limit: 100, cursor });
    cursor = toPage(rows, 100, (row) => `${sort} ${row.position}`).next_cursor ?? undefined;
  }
  return cursor;
}
