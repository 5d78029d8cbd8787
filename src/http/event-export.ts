import { namedEventAnswer } from "@/domain/audit/answers";
import type { NamedEvent } from "@/domain/audit/list-events";
import { csvLine } from "./csv";

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

// Without the mark Excel takes UTF-8 for the code page of the machine.
const BYTE_ORDER_MARK = "\uFEFF";

const FORMATS = {
  csv: {
    type: "text/csv; charset=utf-8; header=present",
    head: BYTE_ORDER_MARK + csvLine([...COLUMNS]),
    rows: (batch: NamedEvent[]) =>
      batch.map((event) => csvLine(COLUMNS.map((name) => toCell(event[name])))).join(""),
    tail: "",
  },
  json: {
    type: "application/json",
    head: '{"items":[',
    rows: (batch: NamedEvent[], isFirst: boolean) =>
      (isFirst ? "" : ",") + batch.map((event) => JSON.stringify(namedEventAnswer.parse(event))).join(","),
    tail: '],"next_cursor":null}',
  },
};

function toCell(value: NamedEvent[(typeof COLUMNS)[number]]): string | null {
  if (value === null || typeof value === "string") return value;
  return value instanceof Date ? value.toISOString() : JSON.stringify(value);
}

/** The events as a file, written as fast as it is read, so that its length costs no memory. */
export async function exportEvents(
  batches: AsyncGenerator<NamedEvent[]>,
  format: keyof typeof FORMATS,
): Promise<Response> {
  const { type, head, rows, tail } = FORMATS[format];
  // Before the answer begins, so that a database that is away can still be said by its status.
  let next = await batches.next();
  let text = head;
  let isFirst = true;
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (next.done) {
          controller.enqueue(encoder.encode(text + tail));
          return controller.close();
        }
        controller.enqueue(encoder.encode(text + rows(next.value, isFirst)));
        text = "";
        isFirst = false;
        next = await batches.next();
      },
      cancel: async () => {
        await batches.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
  const day = new Date().toISOString().slice(0, 10);
  return new Response(body, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="audit-events-${day}.${format}"`,
      "cache-control": "no-store",
    },
  });
}
