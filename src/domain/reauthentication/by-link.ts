import { randomUUID } from "node:crypto";
import { and, eq, exists, isNull, sql } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { users } from "@/db/tables";
import { countMail } from "@/domain/attempts/attempts";
import { recordEvent } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { keptPath } from "@/domain/mails/kept-path";
import { findMail, queueMail } from "@/domain/mails/mails";
import { proofIdOf } from "@/domain/proofs/proof-token";
import { findProof, useProof } from "@/domain/proofs/proofs";
import type { SessionOwner } from "@/domain/sessions/sessions";
import { lockUser } from "@/domain/users/user-lock";
import { canMail } from "@/lib/can-mail";
import { Problem } from "@/lib/errors";
import { provingSession } from "./proven";
import { getReauthenticationWays } from "./ways";

type Request = { owner: SessionOwner; next: string; clientInfo: ClientInfo };

/** Mails a link to who has nothing else to prove by. It is good for the session that asks, and for no other. */
export async function requestReauthenticationLink({ owner, next, clientInfo }: Request) {
  if (!canMail()) throw new Problem("MAIL_NOT_SET_UP");
  const { user, sessionId } = owner;
  // To everybody else there is no such thing: a mailbox must not stand in for a password.
  if (!(await getReauthenticationWays(user.id)).link) throw new Problem("NOT_FOUND");
  // Too many: the last link still opens.
  if (!(await countMail({ purpose: "reauthenticate", email: user.email }))) return;
  const { locale, traceId } = clientInfo;
  const detail = { session: sessionId, next: keptPath(next) };
  const event = { actorId: user.id, subjectId: user.id, sessionId, clientInfo };
  await inTransaction(async (tx) => {
    await lockUser(tx, user.id);
    await recordEvent({ action: "reauthentication.requested", ...event }, tx);
    const mail = { id: randomUUID(), kind: "reauthentication_link", proof: "reauthenticate" } as const;
    await queueMail(tx, { ...mail, user, detail, locale, traceId });
  });
}

/** The proof of a link that this session asked for, and where it leads. Null for any other. */
export async function findReauthenticationLink({ owner, token }: { owner: SessionOwner; token: string }) {
  const proof = await findProof("reauthenticate", token);
  if (proof === null || proof.user.id !== owner.user.id) return null;
  const { session, next = "/" } = (await findMail(proofIdOf(token)))?.detail ?? {};
  return session === owner.sessionId ? { proof, next } : null;
}

type Confirmation = { owner: SessionOwner; token: string; clientInfo: ClientInfo };

/** Whoever opens it has the mailbox and the session: somebody who has only one of them proves nothing. */
export async function reauthenticateByLink({ owner, token, clientInfo }: Confirmation) {
  const link = await findReauthenticationLink({ owner, token });
  if (link === null) throw new Problem("INVALID_PROOF");
  const { proof } = link;
  await inTransaction(async (tx) => {
    await useProof(tx, proof, token);
    const isStillTheirs = tx
      .select({ one: sql`1` })
      .from(users)
      .where(
        and(
          eq(users.id, owner.user.id),
          eq(users.email, proof.address ?? ""),
          users.isActive,
          isNull(users.deletedAt),
        ),
      );
    const { proven, recorded } = provingSession({
      sessionId: owner.sessionId,
      where: exists(isStillTheirs),
      detail: { by: "link" },
      clientInfo,
    });
    const rows = await tx.with(proven, recorded).select({ id: proven.id }).from(proven);
    if (rows.length === 0) throw new Problem("INVALID_PROOF");
  });
}
