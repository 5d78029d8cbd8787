import { and, eq, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { sessions } from "@/db/tables";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { voidingEmailChanges } from "@/domain/proofs/proofs";
import { endSessions, isLive, isSession } from "@/domain/sessions/end-sessions";
import { listLiveSessions } from "@/domain/sessions/sessions";
import { forgetDevices } from "@/domain/users/devices";
import { Problem } from "@/lib/errors";
import { getKnownUser } from "./list-users";

/** The live sessions of somebody; `currentId` is the asking administrator's own, which may be among them. */
export async function listUserSessions({ userId, currentId }: { userId: string; currentId: string }) {
  const [sessions] = await Promise.all([listLiveSessions({ userId, currentId }), getKnownUser(userId)]);
  return sessions;
}

type Ending = { actorId: string; userId: string; clientInfo: ClientInfo };

/** Ends all sessions of somebody, or the ones that are meant. How many there were. */
async function end({ actorId, userId, clientInfo }: Ending, which?: SQL): Promise<number> {
  const ended = endSessions(and(eq(sessions.userId, userId), isLive, which), "ended by administrator");
  const recorded = recordEvents(clientInfo, {
    action: "session.revoked",
    actor: actorId,
    subject: ended.userId,
    session: ended.id,
    from: ended,
  });
  const voided = voidingEmailChanges({ userId: ended.userId, from: ended });
  const forgotten = which === undefined ? [forgetDevices(userId)] : [];
  return (
    await db
      .with(ended, recorded, voided, ...forgotten)
      .select({ id: ended.id })
      .from(ended)
  ).length;
}

export async function endUserSessions(ending: Ending): Promise<number> {
  await getKnownUser(ending.userId);
  return end(ending);
}

export async function endUserSession({ sessionId, ...ending }: Ending & { sessionId: string }) {
  if ((await end(ending, isSession(sessionId))) === 0) throw new Problem("NOT_FOUND");
}
