import { and, eq, gte, lt, type Placeholder, type SQL, type Subquery, sql } from "drizzle-orm";
import { type AnyPgColumn, alias, union } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { keysetBy } from "@/db/keyset";
import { auditEvents, users } from "@/db/tables";
import { type Page, toPage } from "@/lib/page";
import type { AuditAction } from "./actions";

// What is read of the table goes by this name when names are looked up for it.
const event = alias(auditEvents, "event");
const actor = alias(users, "actor");
const subject = alias(users, "subject");

/** What anybody ever gets to see of an event. */
export const eventColumns = {
  id: sql<string>`${event.id}::text`,
  action: event.action,
  actor_id: event.actorId,
  subject_id: event.subjectId,
  session_id: event.sessionId,
  ip_address: event.ipAddress,
  trace_id: event.traceId,
  detail: event.detail,
  created_at: event.createdAt,
};

export type NamedEvent = Awaited<ReturnType<typeof withNames>>[number];

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
  const { actor_id, subject_id, action, from, to } = filter;
  const where = and(
    actor_id === undefined ? undefined : eq(auditEvents.actorId, actor_id),
    subject_id === undefined ? undefined : eq(auditEvents.subjectId, subject_id),
    action === undefined ? undefined : eq(auditEvents.action, action),
    from === undefined ? undefined : gte(auditEvents.createdAt, from),
    to === undefined ? undefined : lt(auditEvents.createdAt, endOf(to)),
  );
  const rows = await withNames(newest({ where, limit: limit + 1, cursor }).as("event"));
  return toPage(rows, limit, (row) => row.position);
}

/** All that matches, newest first, some at a time: no connection is held while whoever reads takes their time. */
export async function* batchEvents(filter: EventFilter): AsyncGenerator<NamedEvent[]> {
  let cursor: string | undefined;
  while (true) {
    const page: Page<NamedEvent> = await listEvents({ filter, limit: BATCH, cursor });
    if (page.items.length > 0) yield page.items;
    if (page.next_cursor === null) return;
    cursor = page.next_cursor;
  }
}

type Own = { userId: string; limit: number; cursor?: string };
type OwnWalk = { userId: string | Placeholder; limit: number | Placeholder; cursor?: string };

/** What a person did and what was done to them, newest first, as administrators see it. */
export async function listEventsOf({ limit, ...own }: Own): Promise<Page<NamedEvent>> {
  return toPage(await withNames(walkOf({ ...own, limit: limit + 1 })), limit, (row) => row.position);
}

export type OwnEvent = Awaited<ReturnType<typeof forOwner>>[number];

/** The same for themselves: that it was an administrator they are told, not which one and from where. */
export async function listOwnEvents({ userId, limit, cursor }: Own): Promise<Page<OwnEvent>> {
  const rows =
    cursor === undefined
      ? await firstOwnEvents.execute({ userId, limit: limit + 1 })
      : await forOwner({ userId, limit: limit + 1, cursor });
  return toPage(rows, limit, (row) => row.position);
}

/** Two walks along two indexes: an `or` would have all the events of a busy person sorted for each page. */
function walkOf({ userId, limit, cursor }: OwnWalk) {
  const newestOf = (who: AnyPgColumn) => newest({ where: eq(who, userId), limit, cursor });
  return union(newestOf(auditEvents.subjectId), newestOf(auditEvents.actorId))
    .orderBy(newestFirst(auditEvents).by)
    .limit(limit)
    .as("event");
}

type Walk = { where: SQL | undefined; limit: number | Placeholder; cursor?: string };

function newest({ where, limit, cursor }: Walk) {
  const order = newestFirst(auditEvents);
  return db
    .select()
    .from(auditEvents)
    .where(and(where, cursor === undefined ? undefined : order.after(cursor)))
    .orderBy(order.by)
    .limit(limit);
}

/** Names are looked up for the events of one page only: as they are now, null once the row was purged. */
function withNames(events: Subquery<"event">) {
  const order = newestFirst(event);
  return db
    .select({
      ...eventColumns,
      actor_username: actor.username,
      subject_username: subject.username,
      position: order.position,
    })
    .from(events)
    .leftJoin(actor, eq(actor.id, event.actorId))
    .leftJoin(subject, eq(subject.id, event.subjectId))
    .orderBy(order.by);
}

/** What people see of their own events. */
function ownEventColumns(userId: string | Placeholder) {
  const isOthers = sql`coalesce(${event.actorId} <> ${userId}::uuid, false)`;
  return {
    ...eventColumns,
    actor_id: sql<string | null>`case when not ${isOthers} then ${event.actorId} end`,
    ip_address: sql<string | null>`case when not ${isOthers} then ${event.ipAddress} end`,
    by_administrator: sql<boolean>`${isOthers}`,
  };
}

function forOwner(own: OwnWalk) {
  const order = newestFirst(event);
  return db
    .select({ ...ownEventColumns(own.userId), position: order.position })
    .from(walkOf(own))
    .orderBy(order.by);
}

/** The order of every list, and of the indexes: so a span of time is found without walking past what is newer. */
function newestFirst({ createdAt: key, id }: { createdAt: AnyPgColumn; id: AnyPgColumn }) {
  return keysetBy({ key, kind: "moment", id, idType: "bigint", descending: true });
}

/** Times are told to the millisecond, so the last one that is meant is a whole one. */
function endOf(to: Date) {
  return new Date(to.getTime() + 1);
}

// The dashboard asks for them each time it is opened.
const firstOwnEvents = forOwner({
  userId: sql.placeholder("userId"),
  limit: sql.placeholder("limit"),
}).prepare("first_own_events");
