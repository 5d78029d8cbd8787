import { randomUUID } from "node:crypto";
import { and, eq, gte, sql } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { identities, sessions, users } from "@/db/tables";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { queueMail } from "@/domain/mails/mails";
import { getProof, useProof, voidProofs } from "@/domain/proofs/proofs";
import { PROOF_SECONDS } from "@/domain/proofs/purposes";
import { endSessions } from "@/domain/sessions/end-sessions";
import { devicesForgotten } from "@/domain/users/devices";

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
