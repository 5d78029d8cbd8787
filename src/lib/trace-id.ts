const TRACEPARENT = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(?:$|-)/;

/** The trace id of a W3C traceparent, where there is a valid one, else a new one. Same in Node and at the edge. */
export function traceIdFrom(traceparent: string | null | undefined): string {
  const [, version, traceId, parentId] = TRACEPARENT.exec(traceparent ?? "") ?? [];
  const valid =
    traceId !== undefined && version !== "ff" && /[1-9a-f]/.test(traceId) && /[1-9a-f]/.test(parentId ?? "");
  return valid ? traceId : newTraceId();
}

function newTraceId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
