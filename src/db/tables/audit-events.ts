import { bigint, index, jsonb, pgTable, uuid, varchar } from "drizzle-orm/pg-core";
import { moment } from "./columns";

/** Who did what to whom. Rows are only ever added (a trigger refuses the rest) and outlive the people they name. */
export const auditEvents = pgTable(
  "audit_events",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    createdAt: moment("created_at").notNull().defaultNow(),
    action: varchar("action", { length: 60 }).notNull(),
    actorId: uuid("actor_id"),
    subjectId: uuid("subject_id"),
    sessionId: uuid("session_id"),
    ipAddress: varchar("ip_address", { length: 45 }),
    traceId: varchar("trace_id", { length: 32 }),
    detail: jsonb("detail").$type<Record<string, unknown>>(),
  },
  // Every list is newest first, so each filter has an index that is in that order already.
  (t) => [
    index("ix_audit_events_created_at").on(t.createdAt, t.id),
    index("ix_audit_events_actor_id").on(t.actorId, t.createdAt, t.id),
    index("ix_audit_events_subject_id").on(t.subjectId, t.createdAt, t.id),
    index("ix_audit_events_action").on(t.action, t.createdAt, t.id),
  ],
);
