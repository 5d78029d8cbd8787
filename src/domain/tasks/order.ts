import type { Sql } from "postgres";
import type { Fragment } from "@/db/pool";
import { readCursor } from "@/lib/page";
import type { Sort, SortKey } from "./schema";

// Each key as its index in db/tables/tasks.ts has it, so that a page is read from where the last one ended.

function keyOf(sql: Sql, key: SortKey) {
  if (key === "created_at") return sql`t.created_at`;
  if (key === "due_date") return sql`coalesce(t.due_date, 'infinity'::timestamptz)`;
  return sql`(case t.priority when 'low' then 1 when 'medium' then 2 else 3 end)`;
}

// By microseconds, as Postgres counts: a Date would lose the last three digits. Not further than both can reckon.
const MOMENT = "(?:-?\\d{1,17}|\\d{18}|infinity)";

/** The order of a list, where a row stands in it, and what comes after a place. Equal keys go by id. */
export function orderBy(sql: Sql, sort: Sort) {
  const descending = sort.startsWith("-");
  const direction = descending ? sql`desc` : sql`asc`;
  const name = sort.replace("-", "") as SortKey;
  const key = keyOf(sql, name);
  const isRank = name === "priority";
  return {
    by: sql`${key} ${direction}, t.id ${direction}`,
    position: isRank ? sql`${key} || '.' || t.id` : sql`${microsecondsOf(sql, key)} || '.' || t.id`,
    after(cursor: string) {
      const form = new RegExp(`^${sort} ${isRank ? "[1-3]" : MOMENT}\\.[1-9]\\d{0,9}$`);
      const [place = "", id = ""] = readCursor(cursor, form)
        .slice(sort.length + 1)
        .split(".");
      const beyond = descending ? sql`<` : sql`>`;
      return sql`(${key}, t.id) ${beyond} (${isRank ? sql`${place}::int` : momentOf(sql, place)}, ${id}::bigint)`;
    },
  };
}

function microsecondsOf(sql: Sql, moment: Fragment) {
  return sql`case when isfinite(${moment}) then (extract(epoch from ${moment}) * 1000000)::bigint::text else 'infinity' end`;
}

/** Days apart from the rest: an interval is multiplied as a float, which has no room for all digits at once. */
function momentOf(sql: Sql, microseconds: string) {
  if (microseconds === "infinity") return sql`'infinity'::timestamptz`;
  const DAY = 86_400_000_000n;
  const days = BigInt(microseconds) / DAY;
  const rest = BigInt(microseconds) % DAY;
  return sql`(timestamptz 'epoch' + ${String(days)}::bigint * interval '1 day'
    + ${String(rest)}::bigint * interval '1 microsecond')`;
}
