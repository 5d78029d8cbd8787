// W3C Trace Context, as src/lib/trace-id.ts reads it.
const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?:$|-)/;

/** @param {string | string[] | undefined} traceparent */
export function traceIdIn(traceparent) {
  return TRACEPARENT.exec(String(traceparent ?? ""))?.[1];
}
