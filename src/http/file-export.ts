import { csvLine } from "./csv";

type Value = string | number | boolean | Date | object | null;

type Export<T> = {
  /** What the file is called, before the day. */
  name: string;
  /** What each row is made of, in the order of the columns. */
  columns: readonly (keyof T & string)[];
  /** A row as JSON has it. */
  toJson: (row: T) => unknown;
};

// Without the mark Excel takes UTF-8 for the code page of the machine.
const BYTE_ORDER_MARK = "\uFEFF";

export type FileFormat = "csv" | "json";

function formatOf<T extends Record<string, unknown>>(format: FileFormat, { columns, toJson }: Export<T>) {
  if (format === "json") {
    return {
      type: "application/json",
      head: '{"items":[',
      rows: (batch: T[], isFirst: boolean) =>
        (isFirst ? "" : ",") + batch.map((row) => JSON.stringify(toJson(row))).join(","),
      tail: '],"next_cursor":null}',
    };
  }
  return {
    type: "text/csv; charset=utf-8; header=present",
    head: BYTE_ORDER_MARK + csvLine([...columns]),
    rows: (batch: T[]) =>
      batch.map((row) => csvLine(columns.map((name) => toCell(row[name] as Value)))).join(""),
    tail: "",
  };
}

function toCell(value: Value): string | null {
  if (value === null || typeof value === "string") return value;
  return value instanceof Date ? value.toISOString() : JSON.stringify(value);
}

/** Rows as a file, written as fast as it is read, so that its length costs no memory. */
export async function exportFile<T extends Record<string, unknown>>(
  batches: AsyncGenerator<T[]>,
  { format, ...of }: Export<T> & { format: FileFormat },
): Promise<Response> {
  const { type, head, rows, tail } = formatOf(format, of);
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
      "content-disposition": `attachment; filename="${of.name}-${day}.${format}"`,
      "cache-control": "no-store",
    },
  });
}
