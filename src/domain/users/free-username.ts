import { type Placeholder, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { arrayOf } from "@/db/sql";
import { users } from "@/db/tables";

/** The part of a `with` that finds the first username of these that nobody has: one row. */
export function freeUsername(candidates: string[] | Placeholder) {
  return db.$with("free", { name: sql<string>`free_username`.as("free_username") }).as(sql`
    select name as free_username from unnest(${arrayOf(candidates, "text")}) with ordinality as candidate (name, place)
    where not exists (select from ${users} where lower(${users.username}) = lower(name))
    order by place limit 1`);
}
