import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { sessions } from "@/db/tables";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { queueMail } from "@/domain/mails/mails";
import { getProof, useProof, voidProofs } from "@/domain/proofs/proofs";
import { endSessions } from "@/domain/sessions/end-sessions";
import { forgetDevices } from "@/domain/users/devices";

/**
 * "This wasn't me": everybody is out of the account, no device is known to it any more, and a link to a new password is on
 * its way. To the address it has: who changed that is undone by another link.
 */
export async function denyAlert({ token, clientInfo }: { token: string; clientInfo: ClientInfo }) {
  const proof = await getProof("not_me", token);
  const { user } = proof;
  await inTransaction(async (tx) => {
    await useProof(tx, proof, token);
    // Whoever was in may have asked for another address, or for a link.
    await voidProofs(tx, user.id);
    const ended = endSessions(eq(sessions.userId, user.id), "denied by owner");
    const forgotten = forgetDevices(user.id);
    const recorded = recordEvents(clientInfo, {
      action: "alert.denied",
      actor: user.id,
      subject: user.id,
    });
    await tx.with(ended, forgotten, recorded).select().from(forgotten);
    const { locale, traceId } = clientInfo;
    await queueMail(tx, { id: randomUUID(), kind: "reset_link", proof: "reset", user, locale, traceId });
  });
}
