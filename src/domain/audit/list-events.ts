import type { Sql } from "postgres";
import { database } from "@/db/pool";
import { type Page, readCursor, toPage } from "@/lib/page";
import type { AuditAction } from "./actions";

export type NamedEvent = {
  id: string;
  action: string;
  actor_id: string | null;
  subject_id: string | null;
  session_id: string | null;
  ip_address: string | null;
  trace_id: string | null;
  detail: Record<string, unknown> | null;
  created_at: Date;
  /** The names of who did it and to whom it was done, as they are now; null once the row was purged. */
  actor_username: string | null;
  subject_username: string | null;
  /** Where it stands among all: the cursor of a page that ends with it. */
  position: string;
};

export type EventFilter = {
  actor_id?: string;
  subject_id?: string;
  action?: AuditAction;
  from?: Date;
  to?: Date;
};

const BATCH = 1_000;

/** Everybody's events, newest first. */
export async function listEvents(options: {
  filter: EventFilter;
  limit: number;
  cursor?: string;
}): Promise<Page<NamedEvent>> {
  const { filter, limit, cursor } = options;
  const rows = await readEvents({ filter, limit: limit + 1, after: readPosition(cursor) });
  return toPage(rows, limit, (row) => row.position);
}

/** All that matches, newest first, some at a time: no connection is held while whoever reads takes their time. */
export async function* batchEvents(filter: EventFilter): AsyncGenerator<NamedEvent[]> {
  let after: Position | null = null;
  while (true) {
    const rows: NamedEvent[] = await readEvents({ filter, limit: BATCH, after });
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) return;
    after = toPosition(rows.at(-1)?.position ?? "");
  }
}

/** What a person did and what was done to them, newest first. */
export async function listOwnEvents(options: {
  userId: string;
  limit: number;
  cursor?: string;
}): Promise<Page<NamedEvent>> {
  const { userId, limit, cursor } = options;
  const sql = database();
  const before = isBefore(sql, readPosition(cursor));
  // Two walks along two indexes: an `or` would have all the events of a busy person sorted for each page.
  const rows = await withNames(
    sql,
    sql`
      (select * from audit_events where subject_id = ${userId} and ${before} ${newestFirst(sql)} limit ${limit + 1})
      union
      (select * from audit_events where actor_id = ${userId} and ${before} ${newestFirst(sql)} limit ${limit + 1})
      ${newestFirst(sql)} limit ${limit + 1}
    `,
  );
  return toPage(rows, limit, (row) => row.position);
}

type Reading = { filter: EventFilter; limit: number; after: Position | null };

async function readEvents({ filter, limit, after }: Reading): Promise<NamedEvent[]> {
  const { actor_id, subject_id, action, from, to } = filter;
  const sql = database();
  return withNames(
    sql,
    sql`
      select * from audit_events
      where ${isBefore(sql, after)}
        ${actor_id === undefined ? sql`` : sql`and actor_id = ${actor_id}`}
        ${subject_id === undefined ? sql`` : sql`and subject_id = ${subject_id}`}
        ${action === undefined ? sql`` : sql`and action = ${action}`}
        ${from === undefined ? sql`` : sql`and created_at >= ${from}`}
        ${to === undefined ? sql`` : sql`and created_at < ${endOf(to)}`}
      ${newestFirst(sql)} limit ${limit}
    `,
  );
}

/** Names are looked up for the events of one page only. */
function withNames(sql: Sql, events: ReturnType<Sql>) {
  return sql<NamedEvent[]>`
    select e.id::text as id, e.action, e.actor_id, e.subject_id, e.session_id, e.ip_address, e.trace_id, e.detail,
      e.created_at, (extract(epoch from e.created_at) * 1000000)::bigint || '.' || e.id as position,
      actor.username as actor_username, subject.username as subject_username
    from (${events}) e
    left join users actor on actor.id = e.actor_id
    left join users subject on subject.id = e.subject_id
    order by e.created_at desc, e.id desc
  `;
}

/** Times are told to the millisecond, so the last one that is meant is a whole one. */
function endOf(to: Date) {
  return new Date(to.getTime() + 1);
}

/** The order of every list, and of the indexes: so a span of time is found without walking past what is newer. */
function newestFirst(sql: Sql) {
  return sql`order by created_at desc, id desc`;
}

type Position = { microseconds: string; id: string };

function readPosition(cursor: string | undefined): Position | null {
  return cursor === undefined ? null : toPosition(readCursor(cursor, /^\d{1,16}\.\d{1,18}$/));
}

function toPosition(text: string): Position {
  const [microseconds = "", id = ""] = text.split(".");
  return { microseconds, id };
}

function isBefore(sql: Sql, position: Position | null) {
  if (position === null) return sql`true`;
  // By microseconds: a Date would lose the last three digits, and with them the events of that millisecond.
  return sql`(created_at, id) < (
    timestamptz 'epoch' + ${position.microseconds}::bigint * interval '1 microsecond', ${position.id}::bigint
  )`;
}
