import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { columnNames, type Value } from "@/db/sql";
import { auditEvents } from "@/db/tables";
import type { ClientInfo } from "@/domain/client-info";
import type { AuditAction } from "./actions";

/** An event for each row of `from`; one where there is no `from`. Ids may be columns of it. */
type EventRows = {
  action: AuditAction;
  actor?: Value;
  subject?: Value;
  session?: Value;
  /** JSON, or what makes it in the statement. */
  detail?: Record<string, unknown> | SQL;
  from?: SQLWrapper;
  where?: SQL;
};

type Origin = { address: Value; traceId: Value };

/**
 * The part of a `with` that writes events down in the same statement as what they tell of, so that neither is there
 * without the other.
 */
export function recordEvents({ address, traceId }: Origin, ...events: EventRows[]) {
  const { action, actorId, subjectId, sessionId, detail, ipAddress } = auditEvents;
  const columns = columnNames(action, actorId, subjectId, sessionId, detail, ipAddress, auditEvents.traceId);
  const rows = sql.join(
    events.map((event) => selectEvents(event, { address, traceId })),
    sql` union all `,
  );
  return db.$with("recorded", {}).as(sql`insert into ${auditEvents} (${columns}) ${rows}`);
}

function selectEvents(event: EventRows, { address, traceId }: Origin) {
  const { action, actor = null, subject = null, session = null, from, where } = event;
  return sql`select ${action}::text, ${actor}::uuid, ${subject}::uuid, ${session}::uuid, ${detailOf(event)}::jsonb,
    ${address}::text, ${traceId}::text${from && sql` from ${from}`}${where && sql` where ${where}`}`;
}

function detailOf({ detail }: EventRows): Value {
  if (detail === undefined) return null;
  return isExpression(detail) ? detail : JSON.stringify(detail);
}

function isExpression(detail: Record<string, unknown> | SQL): detail is SQL {
  return "getSQL" in detail;
}

type Event = Pick<EventRows, "action"> & {
  subjectId: string | null;
  actorId: string | null;
  sessionId?: string;
  detail?: Record<string, string>;
  clientInfo: ClientInfo;
};

/** By itself: for what changed nothing and is still worth knowing, or changed by more than one statement of a transaction. */
export async function recordEvent(
  { action, subjectId, actorId, sessionId, detail, clientInfo }: Event,
  tx: Pick<typeof db, "insert"> = db,
) {
  await tx.insert(auditEvents).values({
    action,
    actorId,
    subjectId,
    sessionId,
    detail,
    ipAddress: clientInfo.address,
    traceId: clientInfo.traceId,
  });
}
