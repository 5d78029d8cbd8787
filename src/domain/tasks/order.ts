import { sql } from "drizzle-orm";
import { type Keyset, keysetBy } from "@/db/keyset";
import type { Sort, SortKey } from "./schema";
import { task } from "./task";

// Each key as its index in db/tables/tasks.ts has it, so that a page is read from where the last one ended.
const KEYS = {
  created_at: { key: task.createdAt, kind: "anyMoment" },
  due_date: { key: sql`coalesce(${task.dueDate}, 'infinity'::timestamptz)`, kind: "anyMoment" },
  priority: {
    key: sql`(case ${task.priority} when 'low' then 1 when 'medium' then 2 else 3 end)`,
    kind: { ranks: 3 },
  },
} as const;

export function orderOf(sort: Sort): Keyset {
  return keysetBy({
    name: sort,
    ...KEYS[sort.replace("-", "") as SortKey],
    id: task.id,
    idType: "int",
    descending: sort.startsWith("-"),
  });
}
