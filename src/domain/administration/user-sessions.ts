import { database } from "@/db/client";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { listLiveSessions } from "@/domain/sessions/sessions";
import { Problem } from "@/lib/errors";
import { getKnownUser } from "./list-users";

/** The live sessions of somebody; `currentId` is the asking administrator's own, which may be among them. */
export async function listUserSessions({ userId, currentId }: { userId: string; currentId: string }) {
  const [sessions] = await Promise.all([listLiveSessions({ userId, currentId }), getKnownUser(userId)]);
  return sessions;
}

type Ending = { actorId: string; userId: string; clientInfo: ClientInfo };

/** Ends all sessions of somebody, or the one that is named. How many there were. */
async function end({
  actorId,
  userId,
  sessionId,
  clientInfo,
}: Ending & { sessionId?: string }): Promise<number> {
  const sql = database();
  const ended = await sql`
    with ended as (
      update sessions set revoked_at = now(), revoked_reason = 'ended by administrator'
      where user_id = ${userId} and revoked_at is null and expires_at > now()
        ${sessionId === undefined ? sql`` : sql`and id = ${sessionId}`}
      returning id, user_id
    ), ${recordEvents(sql, clientInfo, sql`select 'session.revoked', ${actorId}::uuid, user_id, id, null from ended`)}
    select id from ended
  `;
  return ended.length;
}

export async function endUserSessions(ending: Ending): Promise<number> {
  await getKnownUser(ending.userId);
  return end(ending);
}

export async function endUserSession(ending: Ending & { sessionId: string }) {
  if ((await end(ending)) === 0) throw new Problem("NOT_FOUND");
}
