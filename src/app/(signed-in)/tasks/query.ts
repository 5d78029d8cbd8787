import { z } from "zod";
import type { TaskFilter } from "@/domain/tasks/inputs";
import { prioritySchema, SORTS, type Sort, searchSchema } from "@/domain/tasks/schema";
import { addDays, clockAt, startOfDay } from "@/lib/day";
import { idSchema } from "@/lib/query";

export const VIEWS = ["open", "done", "all"] as const;
export type View = (typeof VIEWS)[number];

export const DUES = ["overdue", "today", "tomorrow", "week"] as const;
type Due = (typeof DUES)[number];

/** The page's query parameters. */
export const taskQuerySchema = z.object({
  show: z.enum(VIEWS).default("open"),
  priority: prioritySchema.optional(),
  tag: idSchema.optional(),
  due: z.enum(DUES).optional(),
  q: searchSchema.optional(),
  sort: z.enum(SORTS).optional(),
});

export type TaskQuery = z.output<typeof taskQuerySchema>;

/** Converts them to the API's filter, with days in the person's time zone. */
export function toFilter(query: TaskQuery, { timeZone, now }: { timeZone: string; now: Date }): TaskFilter {
  const { show, priority, tag, due, q, sort } = query;
  return {
    completed: show === "all" ? undefined : show === "done",
    priority,
    tag_id: tag,
    q,
    sort: sort ?? defaultSort(show),
    ...(due && dueBetween(due, { timeZone, now })),
  };
}

/** Open tasks sort by due date, completed ones by age. */
export function defaultSort(view: View): Sort {
  return view === "open" ? "due_date" : "-created_at";
}

function dueBetween(due: Due, { timeZone, now }: { timeZone: string; now: Date }) {
  if (due === "overdue") return { due_before: now };
  const today = clockAt(now, timeZone).day;
  const start = (days: number) => startOfDay(addDays(today, days), timeZone) ?? undefined;
  if (due === "week") return { due_after: start(0), due_before: start(7) };
  const first = due === "today" ? 0 : 1;
  return { due_after: start(first), due_before: start(first + 1) };
}
