import { randomUUID } from "node:crypto";
import { and, eq, gt, gte, sql } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { identities, sessions, users } from "@/db/tables";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { queueMail } from "@/domain/mails/mails";
import { getProof, useProof, voidingEmailChanges, voidProofs } from "@/domain/proofs/proofs";
import { PROOF_SECONDS } from "@/domain/proofs/purposes";
import { endSessions, isLive, isOtherSession, isSession } from "@/domain/sessions/end-sessions";
import type { SessionOwner } from "@/domain/sessions/sessions";
import { devicesForgotten, forgetDevices } from "@/domain/users/devices";
import { lockUser } from "@/domain/users/user-lock";
import { Problem } from "@/lib/errors";

/**
 * "This wasn't me": everybody is out of the account, no device is known to it any more, and nothing that somebody may know or
 * may have linked since opens it: a link to a new password is on its way. To the address it has: who changed that is undone by
 * another link.
 */
export async function denyAlert({ token, clientInfo }: { token: string; clientInfo: ClientInfo }) {
  const proof = await getProof("not_me", token);
  const { user } = proof;
  await inTransaction(async (tx) => {
    await useProof(tx, proof, token);
    // Whoever was in may have asked for another address, or for a link.
    await voidProofs(tx, user.id);
    const ended = endSessions(eq(sessions.userId, user.id), "denied by owner");
    const barred = tx.$with("barred").as(
      tx
        .update(users)
        // Whoever was in may know the password, and would change it before its owner has opened that link.
        .set({ hashedPassword: null, ...devicesForgotten })
        .where(eq(users.id, user.id))
        .returning({ id: users.id }),
    );
    // As old as what is denied may be.
    const since = sql`now() - make_interval(secs => ${PROOF_SECONDS.not_me})`;
    await tx.delete(identities).where(and(eq(identities.userId, user.id), gte(identities.createdAt, since)));
    const recorded = recordEvents(clientInfo, {
      action: "alert.denied",
      actor: user.id,
      subject: user.id,
    });
    await tx.with(ended, barred, recorded).select().from(barred);
    const { locale, traceId } = clientInfo;
    await queueMail(tx, { id: randomUUID(), kind: "reset_link", proof: "reset", user, locale, traceId });
  });
}

type Denial = { owner: SessionOwner; sessionId: string; clientInfo: ClientInfo };

/**
 * The same of one of one's own sessions, from within another: all the others end, also where the denied one has ended already, no
 * other device is known any more, and what was linked or asked for since it began opens nothing. The password stays until its
 * owner, who has just proven to be that, sets another. `deviceGeneration` is by what this device is known again.
 */
export async function denySession({ owner, sessionId, clientInfo }: Denial) {
  const { user, sessionId: ownId } = owner;
  return inTransaction(async (tx) => {
    await lockUser(tx, user.id);
    const ofUser = (id: string) => and(isSession(id), eq(sessions.userId, user.id));
    const [own] = await tx
      .select({ id: sessions.id })
      .from(sessions)
      .where(and(ofUser(ownId), isLive));
    // Somebody else was quicker, and has denied this one.
    if (own === undefined) throw new Problem("SESSION_REVOKED");
    const [denied] = await tx
      .select({ createdAt: sessions.createdAt })
      .from(sessions)
      .where(and(ofUser(sessionId), isOtherSession(ownId)));
    if (denied === undefined) throw new Problem("NOT_FOUND");
    await tx
      .delete(identities)
      .where(and(eq(identities.userId, user.id), gt(identities.createdAt, denied.createdAt)));
    const ended = endSessions(
      and(eq(sessions.userId, user.id), isOtherSession(ownId), isLive),
      "denied by owner",
    );
    const forgotten = forgetDevices(user.id);
    const voided = voidingEmailChanges({ userId: sql`${user.id}`, from: forgotten });
    const recorded = recordEvents(clientInfo, {
      action: "alert.denied",
      actor: user.id,
      subject: user.id,
      session: sessionId,
    });
    const [row] = await tx.with(forgotten, ended, voided, recorded).select().from(forgotten);
    if (row === undefined) throw new Problem("SESSION_REVOKED");
    return row;
  });
}
