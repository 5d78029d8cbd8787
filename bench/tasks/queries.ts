import { fillPlaceholders } from "drizzle-orm";
import { listTags } from "@/domain/tags/tags";
import { listTasks, taskPageQuery } from "@/domain/tasks/list-tasks";
import { SORTS } from "@/domain/tasks/schema";
import { boundsOf, CHART_DAYS, taskStatsQuery } from "@/domain/tasks/stats";

type Filter = Omit<Parameters<typeof taskPageQuery>[0]["filter"], "sort">;

type Query = { toSQL(): { sql: string; params: unknown[] } };
export type NamedQuery = { name: string; query: Query };

const DAY_MS = 86_400_000;

/** Every kind of list that a page or a client asks for, and the stats of the dashboard, as one busy person asks for them. */
export async function queriesOf(userId: string): Promise<NamedQuery[]> {
  const { items: tags } = await listTags({ userId, limit: 100 });
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
      query: taskPageQuery({ userId, filter: { ...filter, sort }, limit: 20 }),
    })),
  );
  const deep = await Promise.all(
    SORTS.map(async (sort) => {
      const cursor = await cursorAfter({ userId, sort, pages: 50 });
      return {
        name: `${sort.padEnd(11)} the 51st page of a hundred`,
        query: taskPageQuery({ userId, filter: { sort }, limit: 100, cursor }),
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
    query: filled(
      taskStatsQuery,
      boundsOf({ userId, now: new Date(now), starts, nextWeek: new Date(midnight + 7 * DAY_MS) }),
    ),
  };
  return [stats, ...lists, ...deep];
}

function filled(query: Query, values: Record<string, unknown>): Query {
  const { sql, params } = query.toSQL();
  return { toSQL: () => ({ sql, params: fillPlaceholders(params, values) }) };
}

type Place = { userId: string; sort: (typeof SORTS)[number]; pages: number };

async function cursorAfter({ userId, sort, pages }: Place): Promise<string | undefined> {
  let cursor: string | undefined;
  for (let page = 0; page < pages; page++) {
    const { next_cursor } = await listTasks({ userId, filter: { sort }, limit: 100, cursor });
    cursor = next_cursor ?? undefined;
  }
  return cursor;
}
