import { type SQLWrapper, sql } from "drizzle-orm";
import type { Value } from "@/db/sql";
import type { ClientInfo } from "@/domain/client-info";
import { canMail } from "@/lib/smtp";
import { cutUserAgent } from "@/lib/user-agent.mjs";
import { enqueuing } from "./enqueue";
import type { Alert } from "./kinds";

type Told = {
  alert: Alert;
  userId: Value;
  sessionId?: Value;
  provider?: string;
  /** The rows that it tells of: none, no alert. */
  from: SQLWrapper;
  clientInfo: ClientInfo;
};

/** The part of a `with` that has the owner told of what it does; none where no mail gets anywhere. */
export function promiseAlert({ alert, userId, sessionId = null, provider, from, clientInfo }: Told) {
  if (!canMail()) return [];
  const { address, userAgent, locale, traceId } = clientInfo;
  const user_agent = userAgent === null ? undefined : cutUserAgent(userAgent);
  const known = JSON.stringify({ alert, provider, user_agent, address, locale });
  const payload = sql`jsonb_strip_nulls(
    ${known}::text::jsonb || jsonb_build_object('user_id', ${userId}::uuid, 'session_id', ${sessionId}::uuid))`;
  return [enqueuing({ kind: "alert_owner", payload, traceId, from })];
}
