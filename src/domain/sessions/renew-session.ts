import { and, eq, gt, isNull, lte, type SQL, sql } from "drizzle-orm";
import type { SelectResultFields } from "drizzle-orm/query-builders/select.types";
import { db } from "@/db/client";
import { now } from "@/db/sql";
import { sessions, users } from "@/db/tables";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { promiseAlert } from "@/domain/jobs/promise-alert";
import { Problem } from "@/lib/errors";
import { settings } from "@/lib/settings";
import { endSessions, isNotRevoked, isSession } from "./end-sessions";
import { endsAt, isUsedLately, longestLengths } from "./lengths";
import {
  deriveRefreshToken,
  hashRefreshToken,
  type RefreshTokenParts,
  readRefreshToken,
} from "./refresh-token";
import { type SessionTokens, tokensOf } from "./started-session";

type Renewal = {
  token: string;
  clientInfo: ClientInfo;
  /**
   * Leaves a session that was rotated within the grace time as it is, and answers with what it has. For pages: a tab that
   * comes late brings what another one has just got, and a second rotation would make a replay of the token that a third
   * one has on its way.
   */
  unlessFresh?: boolean;
};

type Rotation = RefreshTokenParts & Required<Omit<Renewal, "token">>;

/** Renews a session by its refresh token. However many ask with the same token at once, it rotates once. */
export async function renewSession({
  token,
  clientInfo,
  unlessFresh = false,
}: Renewal): Promise<SessionTokens> {
  const parts = await readRefreshToken(token);
  if (parts === null) throw new Problem("INVALID_REFRESH_TOKEN");
  const session = await rotateOrRepeat({ ...parts, clientInfo, unlessFresh });
  return tokensOf(session, { ...session, id: session.user_id });
}

async function rotateOrRepeat(asked: Rotation): Promise<SessionState> {
  const session = (await rotate(asked)) ?? (await repeatAnswer(asked));
  // Null: the grace time ran out between the two statements, so the session is not fresh any more.
  return session ?? rotateOrRepeat({ ...asked, unlessFresh: false });
}

const stateColumns = {
  id: sessions.id,
  user_id: sessions.userId,
  generation: sessions.generation,
  expires_at: sessions.expiresAt,
  authenticated_at: sessions.authenticatedAt,
  persistent: sessions.persistent,
  email: users.email,
  role: users.role,
  provider_id: users.providerId,
};

type SessionState = SelectResultFields<typeof stateColumns>;

const given = {
  sessionId: sql.placeholder("sessionId"),
  generation: sql.placeholder("generation"),
  successor: sql.placeholder("successor"),
  hash: sql.placeholder("hash"),
  address: sql.placeholder("address"),
  unlessFresh: sql.placeholder("unlessFresh"),
  graceSeconds: sql.placeholder("graceSeconds"),
  idleSeconds: sql.placeholder("idleSeconds"),
};

const isFresh: SQL<boolean | null> =
  sql`${sessions.rotatedAt} > now() - make_interval(secs => ${given.graceSeconds})`;

const rotateRow = db
  .update(sessions)
  .set({
    generation: sql`${given.successor}`,
    refreshTokenHash: sql`${given.hash}`,
    rotatedAt: now,
    lastUsedAt: now,
    expiresAt: endsAt,
    ipAddress: sql`coalesce(${given.address}, ${sessions.ipAddress})`,
  })
  .from(users)
  .where(
    and(
      isSession(given.sessionId),
      // `<=`: after a restore from a backup the row may lag behind what was handed out.
      lte(sessions.generation, given.generation),
      isNotRevoked,
      gt(endsAt, now),
      isUsedLately(given.idleSeconds),
      eq(users.id, sessions.userId),
      users.isActive,
      isNull(users.deletedAt),
      sql`not (${given.unlessFresh} and ${sessions.generation} = ${given.generation} and coalesce(${isFresh}, false))`,
    ),
  )
  .returning(stateColumns)
  .prepare("rotate_session");

/** The one that rotates: guarded by the generation, so of any number at once only one finds its row. */
async function rotate({ sessionId, generation, clientInfo, unlessFresh }: Rotation) {
  const successor = generation + 1;
  const [row] = await rotateRow.execute({
    sessionId,
    generation,
    successor,
    hash: hashRefreshToken(await deriveRefreshToken(sessionId, successor)),
    address: clientInfo.address,
    unlessFresh,
    graceSeconds: settings().REFRESH_GRACE_SECONDS,
    idleSeconds: longestLengths().idle,
  });
  return row;
}

const findState = db
  .select({
    ...stateColumns,
    expires_at: endsAt,
    ended: sql<boolean>`${sessions.revokedAt} is not null or not ${users.isActive} or ${users.deletedAt} is not null`,
    expired: sql<boolean>`not (${gt(endsAt, now)} and ${isUsedLately(given.idleSeconds)})`,
    fresh: isFresh,
  })
  .from(sessions)
  .innerJoin(users, eq(users.id, sessions.userId))
  .where(isSession(given.sessionId))
  .prepare("find_session_state");

/** For a token that rotated nothing: the same answer again within the grace time, else what is wrong with it. */
async function repeatAnswer({ sessionId, generation, clientInfo }: Rotation): Promise<SessionState | null> {
  const { REFRESH_GRACE_SECONDS: graceSeconds } = settings();
  const { idle: idleSeconds } = longestLengths();
  const [row] = await findState.execute({ sessionId, graceSeconds, idleSeconds });
  if (row === undefined) throw new Problem("INVALID_REFRESH_TOKEN");
  if (row.ended) throw new Problem("SESSION_REVOKED");
  if (row.expired) throw new Problem("REFRESH_TOKEN_EXPIRED");
  if (row.fresh && row.generation <= generation + 1) return row;
  if (row.generation <= generation) return null;
  await endReplayed(sessionId, clientInfo);
  throw new Problem("REFRESH_TOKEN_REUSED");
}

/** A token long replaced came back: either thief or owner holds the other one, so neither keeps the session. */
async function endReplayed(sessionId: string, clientInfo: ClientInfo) {
  const ended = endSessions(isSession(sessionId), "refresh token replayed");
  const recorded = recordEvents(clientInfo, {
    action: "session.replayed",
    subject: ended.userId,
    session: ended.id,
    from: ended,
  });
  const alerted = promiseAlert({
    alert: "session_replayed",
    userId: ended.userId,
    from: ended,
    clientInfo,
  });
  await db
    .with(ended, recorded, ...alerted)
    .select({ id: ended.id })
    .from(ended);
}
