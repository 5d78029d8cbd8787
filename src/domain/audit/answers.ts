import { z } from "zod";
import { answerOf } from "@/db/answer";
import { eventColumns } from "./list-events";

export const auditEventAnswer = answerOf(eventColumns, {
  computed: { id: z.string().regex(/^\d+$/) },
  notes: { action: { examples: ["session.started"] } },
}).meta({ id: "AuditEvent" });

export const namedEventAnswer = auditEventAnswer
  .extend({ actor_username: z.string().nullable(), subject_username: z.string().nullable() })
  .meta({ id: "NamedAuditEvent" });
