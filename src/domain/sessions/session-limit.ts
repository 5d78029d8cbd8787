import type { Sql } from "postgres";
import { settings } from "@/lib/settings";

/** The part of a `with` that ends the sessions over the cap, least recently used first. The new one isn't in the snapshot, so it is never among them. */
export function endSessionsOverLimit(sql: Sql, userId: string | null) {
  const cap = settings().MAX_SESSIONS_PER_USER;
  return sql`over_limit as (
    update sessions set revoked_at = now(), revoked_reason = 'too many sessions'
    where ${cap} > 0 and id in (
      select id from sessions
      where user_id = ${userId} and revoked_at is null and expires_at > now()
      order by last_used_at desc, created_at desc, id
      offset greatest(${cap}::int - 1, 0)
    ) and exists (select 1 from started)
    returning id, user_id
  )`;
}
