import type { Sql } from "postgres";
import { database } from "@/db/client";
import type { Count, Counted, Counter, Counters, Counts } from "./counter";

const PURGE_EVERY_MS = 60_000;
const MOST_PURGED = 10_000;

let purgedAt = Date.now();

/**
 * One statement for both. The address comes first, always, so that no two of them can wait for each other; its being
 * denied leaves the name alone. Points above the limit are the denied ones, and stand for nothing.
 */
export async function countInPostgres({ address, identifier }: Counters): Promise<Counts> {
  const sql = database();
  const rows = await sql<({ counter: keyof Counts } & Count)[]>`
    with address as (${counting(sql, address, sql`true`)}),
    typed_name as (${counting(sql, identifier, sql`not exists (select 1 from address where denied)`)})
    select 'address' as counter, denied, retry_after_seconds as "retryAfterSeconds", "window" from address
    union all
    select 'identifier', denied, retry_after_seconds, "window" from typed_name
  `;
  purgeNowAndThen();
  return {
    address: rows.find(({ counter }) => counter === "address") ?? null,
    identifier: rows.find(({ counter }) => counter === "identifier") ?? null,
  };
}

function counting(sql: Sql, counter: Counter | null, condition: ReturnType<Sql>) {
  const { key, limit, windowSeconds } = counter ?? { key: null, limit: 0, windowSeconds: 0 };
  return sql`
    insert into attempt_counters as c (key, points, expires_at)
    select ${key}, 1, now() + make_interval(secs => ${windowSeconds})
    where ${key}::text is not null and ${condition}
    on conflict (key) do update set
      points = case when c.expires_at <= now() then 1 else c.points + 1 end,
      expires_at = case when c.expires_at <= now() then excluded.expires_at else c.expires_at end
    returning
      points > ${limit} as denied,
      greatest(1, ceil(extract(epoch from expires_at - now())))::int as retry_after_seconds,
      expires_at::text as "window"
  `;
}

/** One attempt less in the window that it was counted in, if that still goes on. As text: a Date has no microseconds. */
export function givingBack(sql: Sql, counted: Counted | null, condition = sql`true`) {
  const { key, limit, window } = counted ?? { key: null, limit: 0, window: null };
  return sql`
    update attempt_counters set points = least(points, ${limit}) - 1
    where key = ${key} and expires_at = ${window}::text::timestamptz and expires_at > now() and points > 0 and ${condition}
  `;
}

/** In the background: no caller waits for it, and what fails today is done with the next one. */
function purgeNowAndThen() {
  if (Date.now() - purgedAt < PURGE_EVERY_MS) return;
  purgedAt = Date.now();
  purgeExpired().catch(() => {});
}

/** Skips what is locked, so that it waits for nobody and nobody for it. */
export async function purgeExpired() {
  await database()`
    delete from attempt_counters where key in (
      select key from attempt_counters where expires_at <= now() limit ${MOST_PURGED} for update skip locked
    )
  `;
}
