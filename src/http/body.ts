import { Problem } from "@/lib/errors";

export const JSON_TYPE = "application/json";
export const FORM_TYPE = "application/x-www-form-urlencoded";
export const MOST_BODY_BYTES = 64 * 1024;
const MOST_DISCARDED_BYTES = 4 * 1024 * 1024;

export type Body = { type: typeof JSON_TYPE | typeof FORM_TYPE | null; value: unknown };

/** Type, size, syntax, in this order; stops reading as soon as the cap is passed. `form` says whether forms are welcome. */
export async function readBody(request: Request, { form }: { form: boolean }): Promise<Body> {
  const type = mediaType(request.headers);
  if (type === null && (await isEmpty(request))) return { type: null, value: {} };
  const encoding = request.headers.get("content-encoding")?.toLowerCase() ?? "identity";
  const welcome = type === JSON_TYPE || (form && type === FORM_TYPE);
  if (!welcome || encoding !== "identity") throw new Problem("UNSUPPORTED_MEDIA_TYPE");
  const text = decode(await readBytes(request, MOST_BODY_BYTES));
  return { type, value: type === FORM_TYPE ? parseForm(text) : parseJson(text) };
}

/** Whether nothing was sent. A request that says no length and no type may still have a stream, so only reading tells. */
async function isEmpty({ body }: Request): Promise<boolean> {
  const reader = body?.getReader();
  if (reader === undefined) return true;
  const first = await reader.read().catch(() => ({ done: false }));
  if (!first.done) void discard(reader);
  return first.done;
}

/** The bytes of a body, refused as soon as there are too many of them. */
export async function readBytes(request: Request, most: number): Promise<Uint8Array> {
  const length = request.headers.get("content-length");
  if (Number(length ?? 0) > most) throw new Problem("PAYLOAD_TOO_LARGE");
  // Who says how much is coming can't send more. Read at once, it needs no stream: that was a tenth of a renewal.
  if (length !== null && Number(length) <= MOST_BODY_BYTES) return readAtOnce(request, most);
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      size += part.value.byteLength;
      if (size > most) break;
      chunks.push(part.value);
    }
  } catch (cause) {
    throw new Problem("MALFORMED_REQUEST", { cause });
  }
  if (size <= most) return Buffer.concat(chunks);
  if (reader) void discard(reader);
  throw new Problem("PAYLOAD_TOO_LARGE");
}

async function readAtOnce(request: Request, most: number): Promise<Uint8Array> {
  const bytes = await request.arrayBuffer().catch((cause: unknown) => {
    throw new Problem("MALFORMED_REQUEST", { cause });
  });
  if (bytes.byteLength > most) throw new Problem("PAYLOAD_TOO_LARGE");
  return new Uint8Array(bytes);
}

/** Reads on while the answer goes out: on a connection with half a body in it the next request would be stuck. */
async function discard(reader: ReadableStreamDefaultReader<Uint8Array>) {
  try {
    for (let left = MOST_DISCARDED_BYTES; left > 0; ) {
      const { done, value } = await reader.read();
      if (done) return;
      left -= value.byteLength;
    }
    await reader.cancel();
  } catch {
    // The sender is gone, and with it the connection.
  }
}

function mediaType(headers: Headers) {
  const [type, ...params] = (headers.get("content-type") ?? "").toLowerCase().split(";");
  const charset = params.map((param) => param.trim()).find((param) => param.startsWith("charset="));
  if (charset !== undefined && !/^charset="?utf-?8"?$/.test(charset)) return "unknown";
  const name = type?.trim();
  return name ? (name as typeof JSON_TYPE | typeof FORM_TYPE) : null;
}

function decode(bytes: Uint8Array) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Problem("MALFORMED_REQUEST", { cause });
  }
}

/** Clients that always say "JSON" say it of an empty body too. */
function parseJson(text: string): unknown {
  if (text === "") return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem("MALFORMED_REQUEST");
  }
}

/** Names and values of a form or a query, each once: which of two was meant nobody can say. */
export function parseForm(text: string): Record<string, string> {
  const fields = new Map<string, string>();
  for (const pair of text.split("&")) {
    if (pair === "") continue;
    const at = pair.indexOf("=");
    const name = decodeField(at === -1 ? pair : pair.slice(0, at));
    if (fields.has(name)) throw new Problem("MALFORMED_REQUEST");
    fields.set(name, at === -1 ? "" : decodeField(pair.slice(at + 1)));
  }
  return Object.fromEntries(fields);
}

function decodeField(text: string) {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    throw new Problem("MALFORMED_REQUEST");
  }
}
