import { randomUUID } from "node:crypto";
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { columnNames, inSeconds, placeholders, type Value } from "@/db/sql";
import { sessions, users } from "@/db/tables";
import type { ClientInfo } from "@/domain/client-info";
import { cutUserAgent } from "@/lib/user-agent.mjs";
import { describeDevice } from "./device";
import { endsAt, longestLengths, secondsOfNew } from "./lengths";
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
  const { ordinary, remembered } = longestLengths();
  const id = randomUUID();
  return {
    id,
    refreshTokenHash: hashRefreshToken(await deriveRefreshToken(id, 0)),
    persistent,
    lifeSeconds: persistent ? remembered : ordinary,
    clientInfo,
  };
}

/** Its row, or in a prepared statement the places for it. */
export const NEW_SESSION = placeholders(
  "sessionId",
  "refreshTokenHash",
  "deviceInfo",
  "userAgent",
  "address",
  "persistent",
  "lifeSeconds",
);

type SessionValues = Record<keyof typeof NEW_SESSION, Value>;

export function valuesOf({ id, refreshTokenHash, persistent, lifeSeconds, clientInfo }: NewSession) {
  const { userAgent, address } = clientInfo;
  return {
    sessionId: id,
    refreshTokenHash,
    deviceInfo: describeDevice(userAgent),
    userAgent: userAgent && cutUserAgent(userAgent),
    address,
    persistent,
    lifeSeconds,
  } satisfies SessionValues;
}

export type StartedSession = ReturnType<typeof insertSession>;

/** The part of a `with` that writes a session for the one user of `owner`, where there is one. */
export function insertSession(session: SessionValues, owner: { id: SQLWrapper } & SQLWrapper) {
  const { ipAddress, expiresAt } = sessions;
  const columns = columnNames(
    sessions.id,
    sessions.userId,
    sessions.refreshTokenHash,
    sessions.deviceInfo,
    sessions.userAgent,
    ipAddress,
    sessions.persistent,
    expiresAt,
  );
  const answered = {
    id: sessions.id,
    userId: sessions.userId,
    expiresAt,
    authenticatedAt: sessions.authenticatedAt,
  };
  // Of an account that is made in the same statement there is nothing to be seen yet.
  const generation = sql<number>`coalesce((
    select ${users.deviceGeneration} from ${users} where ${users.id} = ${sessions.userId}
  ), 0)`;
  const deviceGeneration = generation.as("started_device_generation");
  return db.$with("started", { ...answered, deviceGeneration }).as(sql`
    insert into ${sessions} (${columns})
    select ${session.sessionId}::uuid, ${owner.id}, ${session.refreshTokenHash}::text, ${session.deviceInfo}::text,
      ${session.userAgent}::text, ${session.address}::text, ${session.persistent}::boolean,
      ${inSeconds(secondsOfNew({ seconds: session.lifeSeconds, persistent: session.persistent }))}
    from ${owner}
    returning ${columnNames(...Object.values(answered))}, ${generation} as started_device_generation`);
}

/** The part of a `with` that writes a session in place of another one: for the same device, and ending when that would have. */
export function insertReplacement(session: NewSession, { of, where }: { of: string; where: SQL }) {
  const { userId, deviceInfo, userAgent, persistent, expiresAt, createdAt, lastUsedAt } = sessions;
  const kept = columnNames(userId, deviceInfo, userAgent, persistent, createdAt);
  const drawn = columnNames(
    sessions.id,
    sessions.refreshTokenHash,
    sessions.ipAddress,
    lastUsedAt,
    expiresAt,
  );
  const answered = { expiresAt, authenticatedAt: sessions.authenticatedAt, persistent };
  return db.$with("replacement", answered).as(sql`
    insert into ${sessions} (${drawn}, ${kept})
    select ${session.id}::uuid, ${session.refreshTokenHash}::text, coalesce(${session.clientInfo.address}, ${sessions.ipAddress}),
      now(), ${endsAt}, ${kept}
    from ${sessions} where ${sessions.id} = ${of} and ${where}
    returning ${columnNames(...Object.values(answered))}`);
}
