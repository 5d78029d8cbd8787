/** Codes by which Node, postgres.js and Postgres say that the database can't do it now, though the request was right. */
const OUTAGE_CODES = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "CONNECTION_ENDED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOENT", // a socket file that isn't there
  "57014", // statement_timeout
  "55P03", // lock_timeout
  "25P03", // idle_in_transaction_session_timeout
  "25006", // a standby
  "40001",
  "40P01",
  "3D000", // no such database
  "42P01", // no such table: the schema is behind
  "42703", // no such column: likewise
]);

/** Connection, resources, shutting down, disk. */
const OUTAGE_CLASSES = /^(?:08|53|57P|58)/;

/** Whether an error says that something we stand on is away, so that trying again later makes sense. */
export function isOutage(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as { code?: unknown };
    if (typeof code === "string" && (OUTAGE_CODES.has(code) || OUTAGE_CLASSES.test(code))) return true;
  }
  return false;
}
