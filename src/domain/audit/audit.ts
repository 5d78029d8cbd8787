import { and, desc, eq, lt, or, sql } from "drizzle-orm";
import type { PendingQuery, Sql } from "postgres";
import { db } from "@/db/client";
import { auditEvents } from "@/db/tables";
import type { Visit } from "@/domain/visit";
import { type Page, readCursor, toPage } from "@/lib/page";
import type { AuditAction } from "./actions";

type Fragment = ReturnType<Sql> | PendingQuery<never[]>;

/**
 * The part of a `with` that writes events down in the same statement as what they tell of, so that neither is there
 * without the other. `rows` selects action, actor, subject, session and detail.
 */
export function recordEvents(sql: Sql, visit: Visit, rows: Fragment) {
  return sql`recorded as (
    insert into audit_events (action, actor_id, subject_id, session_id, detail, ip_address, trace_id)
    select event.action, event.actor_id, event.subject_id, event.session_id, event.detail::jsonb,
      ${visit.address}::text, ${visit.traceId}::text
    from (${rows}) as event (action, actor_id, subject_id, session_id, detail)
  )`;
}

type Event = { action: AuditAction; subjectId: string | null; actorId: string | null; visit: Visit };

/** For what changed nothing and is still worth knowing, such as a refused sign-in. */
export async function recordEvent({ action, subjectId, actorId, visit }: Event) {
  await db
    .insert(auditEvents)
    .values({ action, subjectId, actorId, ipAddress: visit.address, traceId: visit.traceId });
}

const ownEvents = db
  .select({
    id: sql<string>`${auditEvents.id}::text`,
    action: auditEvents.action,
    actor_id: auditEvents.actorId,
    subject_id: auditEvents.subjectId,
    session_id: auditEvents.sessionId,
    ip_address: auditEvents.ipAddress,
    trace_id: auditEvents.traceId,
    detail: auditEvents.detail,
    created_at: auditEvents.createdAt,
  })
  .from(auditEvents)
  .where(
    and(
      or(
        eq(auditEvents.subjectId, sql.placeholder("userId")),
        eq(auditEvents.actorId, sql.placeholder("userId")),
      ),
      lt(auditEvents.id, sql.placeholder("before")),
    ),
  )
  .orderBy(desc(auditEvents.id))
  .limit(sql.placeholder("limit"))
  .prepare("own_events");

export type AuditEvent = Awaited<ReturnType<typeof ownEvents.execute>>[number];

const AFTER_ALL = 9_223_372_036_854_775_807n;

/** What a person did and what was done to them, newest first. */
export async function listOwnEvents(options: {
  userId: string;
  limit: number;
  cursor?: string;
}): Promise<Page<AuditEvent>> {
  const { userId, limit, cursor } = options;
  const before = cursor === undefined ? AFTER_ALL : BigInt(readCursor(cursor, /^\d{1,18}$/));
  const rows = await ownEvents.execute({ userId, before, limit: limit + 1 });
  return toPage(rows, limit, (row) => row.id);
}
