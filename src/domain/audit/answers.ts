import { z } from "zod";
import { answerOf } from "@/db/answer";
import { eventColumns } from "./list-events";

export const auditEventAnswer = answerOf(eventColumns, {
  computed: { id: z.string().regex(/^\d+$/) },
  notes: { action: { examples: ["session.started"] } },
}).meta({ id: "AuditEvent" });

export const ownEventAnswer = auditEventAnswer
  .extend({
    by_administrator: z.boolean().meta({ description: "Somebody else did it, and who is not told" }),
  })
  .meta({ id: "OwnAuditEvent" });

export const namedEventAnswer = auditEventAnswer
  .extend({ actor_username: z.string().nullable(), subject_username: z.string().nullable() })
  .meta({ id: "NamedAuditEvent" });
