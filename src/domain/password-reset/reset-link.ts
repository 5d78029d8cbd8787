import { randomUUID } from "node:crypto";
import type { Transaction } from "@/db/client";
import type { ClientInfo } from "@/domain/client-info";
import type { MailKind } from "@/domain/mails/kinds";
import { queueMail } from "@/domain/mails/mails";
import { deriveProofToken } from "@/domain/proofs/proof-token";
import { makeProof } from "@/domain/proofs/proofs";
import { PROOF_SECONDS } from "@/domain/proofs/purposes";
import type { User } from "@/domain/users/user";
import { sendsMail } from "@/lib/can-mail";
import { settings } from "@/lib/settings";

export type ResetLink = { link?: string; expires_at: Date };

type Making = {
  user: Pick<User, "id" | "email" | "locale">;
  kind: Extract<MailKind, "reset_link" | "account_created">;
  seconds?: number;
  /** Handed over even where mail could be sent. */
  inPerson?: boolean;
  clientInfo: Pick<ClientInfo, "locale" | "traceId">;
};

/**
 * A way to choose a password, made for somebody by who may: mailed where mail is sent, else a link to hand over, which
 * says nothing of the address. The user's row is locked.
 */
export async function makeResetLink(tx: Transaction, making: Making): Promise<ResetLink> {
  const { user, kind, seconds = PROOF_SECONDS.reset, inPerson = false, clientInfo } = making;
  const id = randomUUID();
  const expires_at = new Date(Date.now() + seconds * 1_000);
  if (sendsMail() && !inPerson) {
    const { locale, traceId } = clientInfo;
    await queueMail(tx, { id, kind, user, proof: "reset", seconds, locale, traceId });
    return { expires_at };
  }
  await makeProof(tx, { id, purpose: "reset", userId: user.id, address: null, seconds });
  return { link: `${settings().APP_URL}/reset-password?token=${await deriveProofToken(id)}`, expires_at };
}
