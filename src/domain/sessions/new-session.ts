import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import type { ClientInfo } from "@/domain/client-info";
import { settings } from "@/lib/settings";
import { cutUserAgent, describeDevice } from "./device";
import { deriveRefreshToken, hashRefreshToken } from "./refresh-token";

export type NewSession = {
  id: string;
  refreshTokenHash: string;
  persistent: boolean;
  lifeSeconds: number;
  clientInfo: ClientInfo;
};

/** A session that is still to be written. Its token is derived from its id, so the id is drawn here. */
export async function newSession({
  persistent,
  clientInfo,
}: {
  persistent: boolean;
  clientInfo: ClientInfo;
}): Promise<NewSession> {
  const { JWT_REFRESH_TTL_SECONDS, JWT_REFRESH_TTL_REMEMBER_SECONDS } = settings();
  const id = randomUUID();
  return {
    id,
    refreshTokenHash: hashRefreshToken(await deriveRefreshToken(id, 0)),
    persistent,
    lifeSeconds: persistent ? JWT_REFRESH_TTL_REMEMBER_SECONDS : JWT_REFRESH_TTL_SECONDS,
    clientInfo,
  };
}

/** The part of a `with` that writes a session for the users that `from` selects (a query of `id`). */
export function insertSession(sql: Sql, session: NewSession, from: ReturnType<Sql>) {
  const { id, refreshTokenHash, persistent, lifeSeconds, clientInfo } = session;
  return sql`started as (
    insert into sessions (id, user_id, refresh_token_hash, device_info, user_agent, ip_address, persistent, expires_at)
    select ${id}::uuid, owner.id, ${refreshTokenHash}::text, ${describeDevice(clientInfo.userAgent)}::text,
      ${cutUserAgent(clientInfo.userAgent)}::text, ${clientInfo.address}::text, ${persistent}::boolean,
      now() + make_interval(secs => ${lifeSeconds})
    from (${from}) as owner
    returning id, user_id, generation, expires_at, persistent
  )`;
}
