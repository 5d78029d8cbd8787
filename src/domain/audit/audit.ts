import type { PendingQuery, Row, Sql } from "postgres";
import { database } from "@/db/client";
import type { ClientInfo } from "@/domain/client-info";
import type { AuditAction } from "./actions";

type Fragment = ReturnType<Sql> | PendingQuery<Row[]>;

/**
 * The part of a `with` that writes events down in the same statement as what they tell of, so that neither is there
 * without the other. `rows` selects action, actor, subject, session and detail.
 */
export function recordEvents(sql: Sql, clientInfo: ClientInfo, rows: Fragment) {
  return sql`recorded as (
    insert into audit_events (action, actor_id, subject_id, session_id, detail, ip_address, trace_id)
    select event.action, event.actor_id, event.subject_id, event.session_id, event.detail::jsonb,
      ${clientInfo.address}::text, ${clientInfo.traceId}::text
    from (${rows}) as event (action, actor_id, subject_id, session_id, detail)
  )`;
}

type Event = {
  action: AuditAction;
  subjectId: string | null;
  actorId: string | null;
  detail?: Record<string, string>;
  clientInfo: ClientInfo;
};

/** For what changed nothing and is still worth knowing, such as a refused sign-in. */
export async function recordEvent({ action, subjectId, actorId, detail, clientInfo }: Event) {
  const sql = database();
  const told = detail ? JSON.stringify(detail) : null;
  const event = sql`select ${action}::text, ${actorId}::uuid, ${subjectId}::uuid, null::uuid, ${told}::text`;
  await sql`with ${recordEvents(sql, clientInfo, event)} select`;
}
