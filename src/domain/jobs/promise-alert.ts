import { type SQLWrapper, sql } from "drizzle-orm";
import type { Value } from "@/db/sql";
import type { ClientInfo } from "@/domain/client-info";
import { canMail } from "@/lib/can-mail";
import { cutUserAgent } from "@/lib/user-agent.mjs";
import { enqueuing } from "./enqueue";
import type { Alert } from "./kinds";

type Rows = {
  userId: Value;
  sessionId?: Value;
  /** The rows that it tells of: none, no alert. */
  from: SQLWrapper;
};

type Told = { alert: Alert; provider?: string; clientInfo: ClientInfo };

/** The part of a `with` that has the owner told of what it does; none where no mail gets anywhere. */
export function promiseAlert({ userId, sessionId, from, ...told }: Told & Rows) {
  if (!canMail()) return [];
  const { traceId } = told.clientInfo;
  return [alerting({ told: describeAlert(told), traceId, userId, sessionId, from })];
}

/** What is known before the statement, as JSON. */
export function describeAlert({ alert, provider, clientInfo: { address, userAgent, locale } }: Told) {
  const user_agent = userAgent === null ? undefined : cutUserAgent(userAgent);
  return JSON.stringify({ alert, provider, user_agent, address, locale });
}

/** The same part where places stand for what is known. */
export function alerting(parts: Rows & { told: Value; traceId: Value }) {
  const { told, traceId, userId, sessionId = null, from } = parts;
  const payload = sql`jsonb_strip_nulls(
    ${told}::text::jsonb || jsonb_build_object('user_id', ${userId}::uuid, 'session_id', ${sessionId}::uuid))`;
  return enqueuing({ kind: "alert_owner", payload, traceId, from });
}
