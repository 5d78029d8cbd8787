import type { Sql } from "postgres";
import type { z } from "zod";
import { database } from "@/db/client";
import { canonicalIdentifier } from "@/domain/users/schema";
import { type User, userSelectList } from "@/domain/users/user";
import { Problem } from "@/lib/errors";
import { type Page, readCursor, toPage } from "@/lib/page";
import { isCleanText } from "@/lib/text";
import type { USER_SORTS, userFilterSchema } from "./inputs";

/** A user as an administrator sees them. */
export type KnownUser = User & { last_seen_at: Date | null };

export type UserFilter = z.output<typeof userFilterSchema>;

type Row = KnownUser & { position: string };

const UUID = "[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}";

/** The people of this installation, but those who deleted their account. */
export async function listUsers(options: {
  filter: UserFilter;
  limit: number;
  cursor?: string;
}): Promise<Page<KnownUser>> {
  const { filter, limit, cursor } = options;
  const sql = database();
  const order = orderBy(sql, filter.sort);
  const rows = await sql<Row[]>`
    select ${knownUser(sql)}, ${order.position} as position
    from users u
    where u.deleted_at is null ${cursor === undefined ? sql`` : sql`and ${order.after(cursor)}`}
      ${filter.q ? sql`and (${matches(sql, filter.q)})` : sql``}
      ${filter.role === undefined ? sql`` : sql`and u.role = ${filter.role}`}
      ${filter.is_active === undefined ? sql`` : sql`and u.is_active = ${filter.is_active}`}
    order by ${order.by} limit ${limit + 1}
  `;
  return toPage(rows, limit, (row) => `${filter.sort} ${row.position}`);
}

export async function getKnownUser(userId: string): Promise<KnownUser> {
  const sql = database();
  const [user] = await sql<KnownUser[]>`
    select ${knownUser(sql)} from users u where u.id = ${userId} and u.deleted_at is null
  `;
  if (user === undefined) throw new Problem("NOT_FOUND");
  return user;
}

/** Whoever is meant by an id, a username or an e-mail, deleted accounts included: their trail is still there. */
export async function findUserId(typed: string): Promise<string | null> {
  if (!isCleanText(typed)) return null;
  const name = canonicalIdentifier(typed);
  const sql = database();
  const [row] = await sql<{ id: string }[]>`
    select id from users
    where ${isUuid(name) ? sql`id = ${name}` : sql`lower(email) = ${name} or lower(username) = ${name}`}
  `;
  return row?.id ?? null;
}

function isUuid(text: string) {
  return new RegExp(`^${UUID}$`, "i").test(text);
}

function knownUser(sql: Sql) {
  return sql`${sql.unsafe(userSelectList)}, (select max(last_used_at) from sessions where user_id = u.id) as last_seen_at`;
}

/**
 * Anywhere in the names, whatever the case. No index helps with the middle of a word, so a search that finds little
 * reads the whole table: docs/administration.md says what that takes.
 */
function matches(sql: Sql, q: string) {
  const pattern = `%${q.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const named = sql`lower(u.email) like lower(${pattern}) or lower(u.username) like lower(${pattern})
    or lower(u.full_name) like lower(${pattern})`;
  return isUuid(q) ? sql`${named} or u.id = ${q}` : named;
}

/** A page begins after the place where the last one ended, so nobody is shown twice or left out because others came. */
function orderBy(sql: Sql, sort: (typeof USER_SORTS)[number]) {
  const descending = sort.startsWith("-");
  const direction = descending ? sql`desc` : sql`asc`;
  const beyond = descending ? sql`<` : sql`>`;
  const place = (cursor: string, form: string) =>
    readCursor(cursor, new RegExp(`^${sort} ${form}$`)).slice(sort.length + 1);

  if (sort.endsWith("created_at")) {
    return {
      by: sql`u.created_at ${direction}, u.id ${direction}`,
      position: sql`(extract(epoch from u.created_at) * 1000000)::bigint || '.' || u.id`,
      after: (cursor: string) => {
        const [microseconds = "", id = ""] = place(cursor, `\\d{1,16}\\.${UUID}`).split(".");
        return sql`(u.created_at, u.id) ${beyond} (
          timestamptz 'epoch' + ${microseconds}::bigint * interval '1 microsecond', ${id}::uuid
        )`;
      },
    };
  }
  // Unique, by the very index that makes it so.
  const key = sort.endsWith("email") ? sql`lower(u.email)` : sql`lower(u.username)`;
  return {
    by: sql`${key} ${direction}`,
    position: key,
    after: (cursor: string) => sql`${key} ${beyond} ${place(cursor, "[^\\s\\0]{1,255}")}`,
  };
}
