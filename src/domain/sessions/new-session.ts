import { randomUUID } from "node:crypto";
import { type SQLWrapper, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { columnNames, inSeconds } from "@/db/sql";
import { sessions } from "@/db/tables";
import type { ClientInfo } from "@/domain/client-info";
import { settings } from "@/lib/settings";
import { cutUserAgent } from "@/lib/user-agent.mjs";
import { describeDevice } from "./device";
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

export type StartedSession = ReturnType<typeof insertSession>;

/** The part of a `with` that writes a session for the one user of `owner`, where there is one. */
export function insertSession(session: NewSession, owner: { id: SQLWrapper } & SQLWrapper) {
  const { id, refreshTokenHash, persistent, lifeSeconds, clientInfo } = session;
  const { userAgent, ipAddress, expiresAt } = sessions;
  const columns = columnNames(
    sessions.id,
    sessions.userId,
    sessions.refreshTokenHash,
    sessions.deviceInfo,
    userAgent,
    ipAddress,
    sessions.persistent,
    expiresAt,
  );
  const answered = { id: sessions.id, userId: sessions.userId, expiresAt };
  return db.$with("started", answered).as(sql`
    insert into ${sessions} (${columns})
    select ${id}::uuid, ${owner.id}, ${refreshTokenHash}::text, ${describeDevice(clientInfo.userAgent)}::text,
      ${clientInfo.userAgent && cutUserAgent(clientInfo.userAgent)}::text, ${clientInfo.address}::text, ${persistent}::boolean,
      ${inSeconds(lifeSeconds)}
    from ${owner}
    returning ${columnNames(...Object.values(answered))}`);
}
