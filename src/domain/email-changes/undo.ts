import { randomUUID } from "node:crypto";
import { and, eq, gt, gte, isNull } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { now } from "@/db/sql";
import { emailChanges, identities, sessions, users } from "@/db/tables";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { queueMail } from "@/domain/mails/mails";
import { proofIdOf } from "@/domain/proofs/proof-token";
import { getProof, useProof, voidProofsSince } from "@/domain/proofs/proofs";
import { PROOF_SECONDS } from "@/domain/proofs/purposes";
import { endSessions } from "@/domain/sessions/end-sessions";
import { devicesForgotten } from "@/domain/users/devices";
import { userColumns } from "@/domain/users/user";
import { Problem } from "@/lib/errors";

type Undoing = { token: string; clientInfo: ClientInfo };

/**
 * Gives an account back to the address that it had. Whoever changed it may know the password or have set another, have
 * linked a provider, be signed in, and hold links that were mailed since: none of it opens the account any more. What is
 * left is the link to a new password, which goes to that address.
 */
export async function undoEmailChange({ token, clientInfo }: Undoing) {
  const proof = await getProof("undo_email", token);
  const { user } = proof;
  await inTransaction(async (tx) => {
    await useProof(tx, proof, token);
    const [change] = await tx
      .delete(emailChanges)
      .where(and(eq(emailChanges.id, proofIdOf(token)), eq(emailChanges.userId, user.id)))
      .returning();
    if (change === undefined) throw new Problem("INVALID_PROOF");
    await voidLater(tx, change);
    const restored = await restore(tx, { change, clientInfo });
    const { locale, traceId } = clientInfo;
    const mail = { id: randomUUID(), kind: "reset_link", proof: "reset", locale, traceId } as const;
    await queueMail(tx, { ...mail, user: restored });
  });
}

type Change = typeof emailChanges.$inferSelect;

/** What was done since: the undoing of later changes too, which would give the account to an address that isn't theirs. */
async function voidLater(tx: Transaction, { userId, email, changedAt }: Change) {
  const later = await tx
    .delete(emailChanges)
    .where(and(eq(emailChanges.userId, userId), gt(emailChanges.changedAt, changedAt)))
    .returning({ email: emailChanges.email });
  await voidProofsSince(tx, { userId, keeping: email, later: later.map((change) => change.email) });
  await tx
    .delete(identities)
    // Whoever changed it may have been in for a while, and have linked something first.
    .where(and(eq(identities.userId, userId), gte(identities.createdAt, aWhileBefore(changedAt))));
}

function aWhileBefore(changedAt: Date) {
  return new Date(changedAt.getTime() - PROOF_SECONDS.undo_email * 1_000);
}

async function restore(tx: Transaction, { change, clientInfo }: { change: Change; clientInfo: ClientInfo }) {
  const { userId, email } = change;
  const restored = tx.$with("restored").as(
    tx
      .update(users)
      .set({
        email,
        emailVerifiedAt: now,
        hashedPassword: null,
        ...devicesForgotten,
      })
      .where(and(eq(users.id, userId), users.isActive, isNull(users.deletedAt)))
      .returning(userColumns),
  );
  const ended = endSessions(eq(sessions.userId, userId), "email change undone");
  const recorded = recordEvents(clientInfo, {
    action: "email.change_undone",
    actor: restored.id,
    subject: restored.id,
    from: restored,
  });
  const [user] = await tx.with(restored, ended, recorded).select().from(restored);
  if (user === undefined) throw new Problem("INVALID_PROOF");
  return user;
}
