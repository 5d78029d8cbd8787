import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { database, db } from "@/db/client";
import { sessions, users } from "@/db/tables";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { type User, userColumns } from "@/domain/users/user";
import { Problem } from "@/lib/errors";
import { log } from "@/lib/log";

const LAST_USED_STEP_MS = 60_000;

const isLive = and(isNull(sessions.revokedAt), gt(sessions.expiresAt, sql`now()`));
const isUsable = and(users.isActive, isNull(users.deletedAt));

const findSession = db
  .select({
    user: userColumns,
    expiresAt: sessions.expiresAt,
    lastUsedAt: sessions.lastUsedAt,
    ended: sql<boolean>`${sessions.revokedAt} is not null or not ${users.isActive} or ${users.deletedAt} is not null`,
  })
  .from(sessions)
  .innerJoin(users, eq(users.id, sessions.userId))
  .where(eq(sessions.id, sql.placeholder("sessionId")))
  .prepare("find_session");

export type SessionOwner = { user: User; sessionId: string };

/** Who is asking: session and user in one read, so that what was revoked a moment ago counts now. */
export async function getSessionOwner(sessionId: string): Promise<SessionOwner> {
  const [row] = await findSession.execute({ sessionId });
  if (row === undefined || row.ended) throw new Problem("SESSION_REVOKED");
  const now = Date.now();
  if (row.expiresAt.getTime() <= now) throw new Problem("TOKEN_EXPIRED");
  if (now - row.lastUsedAt.getTime() > LAST_USED_STEP_MS) touchSession(sessionId);
  return { user: row.user, sessionId };
}

/** Nobody waits for it: that a session was used is worth knowing to the minute, not worth an answer's time. */
function touchSession(sessionId: string) {
  const step = LAST_USED_STEP_MS / 1000;
  database()`
    update sessions set last_used_at = now()
    where id = ${sessionId} and last_used_at < now() - make_interval(secs => ${step}) and revoked_at is null
  `.catch((error) => log().warn({ error }, "last_used_at was not written"));
}

const listSessions = db
  .select({
    id: sessions.id,
    device_info: sessions.deviceInfo,
    user_agent: sessions.userAgent,
    ip_address: sessions.ipAddress,
    created_at: sessions.createdAt,
    last_used_at: sessions.lastUsedAt,
    expires_at: sessions.expiresAt,
    current: sql<boolean>`${sessions.id} = ${sql.placeholder("currentId")}`,
  })
  .from(sessions)
  .innerJoin(users, eq(users.id, sessions.userId))
  .where(and(eq(sessions.userId, sql.placeholder("userId")), isLive, isUsable))
  .orderBy(
    desc(sql`${sessions.id} = ${sql.placeholder("currentId")}`),
    desc(sessions.lastUsedAt),
    desc(sessions.id),
  )
  .prepare("list_sessions");

/** The live sessions of a person, the asking one first. */
export async function listLiveSessions({ userId, currentId }: { userId: string; currentId: string }) {
  return listSessions.execute({ userId, currentId });
}

/** Ends one of one's own sessions. Not mine, unknown and ended already look the same. */
export async function endSession({
  sessionId,
  userId,
  clientInfo,
}: {
  sessionId: string;
  userId: string;
  clientInfo: ClientInfo;
}) {
  const sql = database();
  const ended = await sql`
    with ended as (
      update sessions set revoked_at = now(), revoked_reason = 'ended by owner'
      where id = ${sessionId} and user_id = ${userId} and revoked_at is null and expires_at > now()
      returning id, user_id
    ), ${recordEvents(sql, clientInfo, sql`select 'session.revoked', user_id, user_id, id, null from ended`)}
    select id from ended
  `;
  if (ended.length === 0) throw new Problem("NOT_FOUND");
}

type Others = { userId: string; currentId: string; clientInfo: ClientInfo };

export async function endOtherSessions({ userId, currentId, clientInfo }: Others): Promise<number> {
  const sql = database();
  const ended = await sql`
    with ended as (
      update sessions set revoked_at = now(), revoked_reason = 'ended by owner'
      where user_id = ${userId} and id <> ${currentId} and revoked_at is null and expires_at > now()
      returning id, user_id
    ), ${recordEvents(sql, clientInfo, sql`select 'session.revoked', user_id, user_id, id, null from ended`)}
    select id from ended
  `;
  return ended.length;
}

/** Signing out: ends the session, if it still lives, and says nothing of it either way. */
export async function signOut({ sessionId, clientInfo }: { sessionId: string; clientInfo: ClientInfo }) {
  const sql = database();
  await sql`
    with ended as (
      update sessions set revoked_at = now(), revoked_reason = 'signed out'
      where id = ${sessionId} and revoked_at is null
      returning id, user_id
    ), ${recordEvents(sql, clientInfo, sql`select 'session.ended', user_id, user_id, id, null from ended`)}
    select id from ended
  `;
}
