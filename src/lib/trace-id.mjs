// W3C Trace Context
const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?:$|-)/;

/**
 * The trace id of a W3C traceparent, where there is a valid one.
 *
 * @param {string | string[] | null | undefined} traceparent
 * @returns {string | undefined}
 */
export function traceIdIn(traceparent) {
  return TRACEPARENT.exec(String(traceparent ?? ""))?.[1];
}

/**
 * The same, else a new one. Works in Node and at the edge.
 *
 * @param {string | string[] | null | undefined} traceparent
 * @returns {string}
 */
export function traceIdFrom(traceparent) {
  return traceIdIn(traceparent) ?? randomHex(16);
}

/** @param {string} traceId */
export function traceparentOf(traceId) {
  return `00-${traceId}-${randomHex(8)}-01`;
}

/**
 * Of a UUID, since those are drawn a hundred at a time: its fixed bits say that it is no zero.
 *
 * @param {8 | 16} bytes
 */
function randomHex(bytes) {
  return crypto
    .randomUUID()
    .replaceAll("-", "")
    .slice(-2 * bytes);
}
