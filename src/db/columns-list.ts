import type { AnyPgColumn } from "drizzle-orm/pg-core";

/** A column set as the select list of a hand-written statement: `u.full_name as "full_name", …`. */
export function selectList(columns: Record<string, AnyPgColumn>, alias: string): string {
  return Object.entries(columns)
    .map(([key, column]) => `${alias}."${column.name}" as "${key}"`)
    .join(", ");
}
