import type { PendingQuery, Row, Sql } from "postgres";
import { database } from "@/db/client";
import { settings } from "@/lib/settings";

export type Foundation = {
  organizationName: string;
  email: string;
  username: string;
  fullName: string | null;
  timeZone: string;
  hashedPassword: string;
};

/**
 * The part of a `with` that makes organization (`p`) and administrator (`u`), and spends the setup token. It stands on
 * one row that can be written once: of any number who try, one finds it missing, the others make nothing at all.
 */
export function layFoundation(sql: Sql, given: Foundation) {
  return sql`claimed as (
    insert into system_config (key, value)
    values ('setup', jsonb_build_object('completed_at', now()))
    on conflict (key) do nothing
    returning key
  ), configured as (
    insert into system_config (key, value)
    select config.key, config.value from claimed, (values
      ('organization', jsonb_build_object('registration', ${settings().REGISTRATION}::text)),
      ('isolation', '{"strategy":"schema-per-tenant","row_level_security":true}'::jsonb)
    ) as config (key, value)
    on conflict (key) do nothing
  ), spent as (
    delete from system_config where key = 'setup_token' and exists (select 1 from claimed)
  ), p as (
    insert into providers (name) select ${given.organizationName} from claimed returning *
  ), u as (
    insert into users (email, username, hashed_password, full_name, time_zone, role, provider_id)
    select ${given.email}, ${given.username}, ${given.hashedPassword}, ${given.fullName}, ${given.timeZone}, 'admin', id
    from p
    returning *
  )`;
}

/**
 * Runs the statement and commits it by a word of its own. A lone statement would be committed by Postgres even when the
 * process that sent it is dead by then: this way whoever dies in the middle leaves nothing behind.
 */
export async function inOneGo<T extends Row[]>(
  statement: (sql: Sql) => PendingQuery<T>,
): Promise<T[number] | undefined> {
  const [row] = await database().begin((transaction) => statement(transaction as unknown as Sql));
  return row;
}
