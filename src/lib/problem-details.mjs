import { STATUS_CODES } from "node:http";

export const PROBLEM_TYPE = "application/problem+json";

/**
 * Node's table has the older names of these.
 *
 * @type {Record<number, string>}
 */
const TITLES = { 413: "Content Too Large", 422: "Unprocessable Content" };

/**
 * @typedef {{ field: string, code: string, detail: string }} FieldDetails
 * @typedef {{ status: number, code: string, detail: string, traceId: string, field?: string, errors?: FieldDetails[] }} Told
 */

/**
 * The one shape of everything that is refused (RFC 9457).
 *
 * @param {Told} told
 */
export function problemDetails({ status, code, detail, traceId, field, errors }) {
  const title = TITLES[status] ?? STATUS_CODES[status] ?? "Error";
  return { type: "about:blank", title, status, detail, code, field, trace_id: traceId, errors };
}
