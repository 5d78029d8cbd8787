import { and, desc, eq, gt, isNull, lt, not, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { inSeconds, now } from "@/db/sql";
import { sessions, users } from "@/db/tables";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { voidingEmailChanges } from "@/domain/proofs/proofs";
import { forgetDevices } from "@/domain/users/devices";
import { type User, userColumns } from "@/domain/users/user";
import { Problem } from "@/lib/errors";
import { log } from "@/lib/log";
import { endSessions, isLive, isNotRevoked, isOtherSession, isSession } from "./end-sessions";
import { endsAt, isUsedLately, longestLengths } from "./lengths";

const LAST_USED_STEP_MS = 60_000;

const isUsable = and(users.isActive, isNull(users.deletedAt));

const findSession = db
  .select({
    user: userColumns,
    isIdle: not(isUsedLately(sql.placeholder("idleSeconds"))) as SQL<boolean>,
    expiresAt: sessions.expiresAt,
    lastUsedAt: sessions.lastUsedAt,
    authenticatedAt: sessions.authenticatedAt,
    ended: sql<boolean>`${sessions.revokedAt} is not null or not ${users.isActive} or ${users.deletedAt} is not null`,
  })
  .from(sessions)
  .innerJoin(users, eq(users.id, sessions.userId))
  .where(eq(sessions.id, sql.placeholder("sessionId")))
  .prepare("find_session");

export type SessionOwner = { user: User; sessionId: string };

/** `authenticatedAt`: when they last proved who they are. */
export type Caller = SessionOwner & { authenticatedAt: Date };

/** Who is asking: session and user in one read, so that what was revoked a moment ago counts now. */
export async function getSessionOwner(sessionId: string, userId?: string): Promise<Caller> {
  const [row] = await findSession.execute({ sessionId, idleSeconds: longestLengths().idle });
  if (row === undefined || row.ended) throw new Problem("SESSION_REVOKED");
  if (userId !== undefined && row.user.id !== userId) throw new Problem("INVALID_TOKEN");
  const now = Date.now();
  if (row.expiresAt.getTime() <= now || row.isIdle) throw new Problem("TOKEN_EXPIRED");
  if (now - row.lastUsedAt.getTime() > LAST_USED_STEP_MS) touchSession(sessionId);
  return { user: row.user, sessionId, authenticatedAt: row.authenticatedAt };
}

const touch = db
  .update(sessions)
  .set({ lastUsedAt: now })
  .where(
    and(
      eq(sessions.id, sql.placeholder("sessionId")),
      lt(sessions.lastUsedAt, inSeconds(-LAST_USED_STEP_MS / 1000)),
      isNotRevoked,
    ),
  )
  .prepare("touch_session");

/** Nobody waits for it: that a session was used is worth knowing to the minute, not worth an answer's time. */
function touchSession(sessionId: string) {
  touch.execute({ sessionId }).catch((error) => log().warn({ error }, "last_used_at was not written"));
}

const isCurrent = sql<boolean>`${sessions.id} = ${sql.placeholder("currentId")}`;

/** What anybody ever gets to see of a session. */
export const sessionColumns = {
  id: sessions.id,
  device_info: sessions.deviceInfo,
  user_agent: sessions.userAgent,
  ip_address: sessions.ipAddress,
  created_at: sessions.createdAt,
  last_used_at: sessions.lastUsedAt,
  expires_at: endsAt,
  current: isCurrent,
};

const listSessions = db
  .select(sessionColumns)
  .from(sessions)
  .innerJoin(users, eq(users.id, sessions.userId))
  .where(
    and(
      eq(sessions.userId, sql.placeholder("userId")),
      isNotRevoked,
      gt(endsAt, now),
      isUsedLately(sql.placeholder("idleSeconds")),
      isUsable,
    ),
  )
  .orderBy(desc(isCurrent), desc(sessions.lastUsedAt), desc(sessions.id))
  .prepare("list_sessions");

/** The live sessions of a person, the asking one first. */
export async function listLiveSessions({ userId, currentId }: { userId: string; currentId: string }) {
  return listSessions.execute({ userId, currentId, idleSeconds: longestLengths().idle });
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
  const ended = await endOwn(and(isSession(sessionId), eq(sessions.userId, userId), isLive), clientInfo);
  if (ended.length === 0) throw new Problem("NOT_FOUND");
}

type Others = { userId: string; currentId: string; clientInfo: ClientInfo };

/** Ends all sessions but this one, and makes every device unknown. `deviceGeneration` is by what this one is known again. */
export async function endOtherSessions({ userId, currentId, clientInfo }: Others) {
  const forgotten = forgetDevices(userId);
  const { ended, recorded, voided } = endingOwn(
    and(eq(sessions.userId, userId), isOtherSession(currentId), isLive),
    clientInfo,
  );
  const [row] = await db
    .with(forgotten, ended, recorded, voided)
    .select({
      deviceGeneration: forgotten.deviceGeneration,
      revoked: sql<number>`(select count(*)::int from ${ended})`,
    })
    .from(forgotten);
  if (row === undefined) throw new Problem("SESSION_REVOKED");
  return row;
}

function endOwn(where: SQL | undefined, clientInfo: ClientInfo) {
  const { ended, recorded, voided } = endingOwn(where, clientInfo);
  return db.with(ended, recorded, voided).select({ id: ended.id }).from(ended);
}

function endingOwn(where: SQL | undefined, clientInfo: ClientInfo) {
  const ended = endSessions(where, "ended by owner");
  const recorded = recordEvents(clientInfo, {
    action: "session.revoked",
    actor: ended.userId,
    subject: ended.userId,
    session: ended.id,
    from: ended,
  });
  return { ended, recorded, voided: voidingEmailChanges({ userId: ended.userId, from: ended }) };
}

const signingOut = endSessions(isSession(sql.placeholder("sessionId")), "signed out");
const signOutRecorded = recordEvents(
  { address: sql.placeholder("address"), traceId: sql.placeholder("traceId") },
  {
    action: "session.ended",
    actor: signingOut.userId,
    subject: signingOut.userId,
    session: signingOut.id,
    from: signingOut,
  },
);
const endSignedOut = db
  .with(signingOut, signOutRecorded)
  .select({ id: signingOut.id })
  .from(signingOut)
  .prepare("sign_out");

/** Signing out: ends the session, if it still lives, and says nothing of it either way. */
export async function signOut({ sessionId, clientInfo }: { sessionId: string; clientInfo: ClientInfo }) {
  await endSignedOut.execute({ sessionId, address: clientInfo.address, traceId: clientInfo.traceId });
}
