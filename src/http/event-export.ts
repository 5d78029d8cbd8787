import { namedEventAnswer } from "@/domain/audit/answers";
import type { NamedEvent } from "@/domain/audit/list-events";
import { exportFile, type FileFormat } from "./file-export";

const COLUMNS = [
  "id",
  "created_at",
  "action",
  "actor_id",
  "actor_username",
  "subject_id",
  "subject_username",
  "session_id",
  "ip_address",
  "trace_id",
  "detail",
] as const;

/** The events as a file. */
export function exportEvents(batches: AsyncGenerator<NamedEvent[]>, format: FileFormat): Promise<Response> {
  const toJson = (event: NamedEvent) => namedEventAnswer.parse(event);
  return exportFile(batches, { name: "audit-events", columns: COLUMNS, toJson, format });
}
