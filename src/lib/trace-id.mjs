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

/** @param {number} bytes */
function randomHex(bytes) {
  const drawn = crypto.getRandomValues(new Uint8Array(bytes));
  return Array.from(drawn, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
