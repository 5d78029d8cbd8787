import { type Placeholder, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { arrayOf } from "@/db/sql";
import { users } from "@/db/tables";
import { usernameCandidates } from "./username";

/**
 * The part of a `with` that finds a username nobody has, out of what somebody is called: one row. In a prepared statement out of
 * candidates that have a place there.
 */
export function freeUsername(nicknames: string[] | Placeholder) {
  const candidates = Array.isArray(nicknames)
    ? arrayOf(usernameCandidates(nicknames), "text")
    : sql`${nicknames}::text[]`;
  return db.$with("free", { name: sql<string>`free_username`.as("free_username") }).as(sql`
    select name as free_username from unnest(${candidates}) with ordinality as candidate (name, place)
    where not exists (select from ${users} where lower(${users.username}) = lower(name))
    order by place limit 1`);
}
