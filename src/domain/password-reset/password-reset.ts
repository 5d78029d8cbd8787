import { randomUUID } from "node:crypto";
import { and, eq, isNull, or, sql } from "drizzle-orm";
import { db, inTransaction, type Transaction } from "@/db/client";
import { now } from "@/db/sql";
import { identities, sessions, users } from "@/db/tables";
import { countMail, forgetGuesses } from "@/domain/attempts/attempts";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { enqueue } from "@/domain/jobs/enqueue";
import type { JobPayload } from "@/domain/jobs/kinds";
import { queueMail } from "@/domain/mails/mails";
import { refuseOwnName } from "@/domain/organization/own-name";
import { getProof, type Proof, useProof, voidProofs } from "@/domain/proofs/proofs";
import { endSessions } from "@/domain/sessions/end-sessions";
import { forgetDevices } from "@/domain/users/devices";
import { canonicalIdentifier } from "@/domain/users/schema";
import { userColumns } from "@/domain/users/user";
import { lockUser } from "@/domain/users/user-lock";
import { canMail } from "@/lib/can-mail";
import { Problem } from "@/lib/errors";
import { hashPassword } from "@/lib/hashing";

type Request = { email: string; clientInfo: ClientInfo };

/**
 * Promises to look for an account with this email, and to mail it a link. Nothing is looked up here: whoever is asked for,
 * it is the same work and the same answer.
 */
export async function requestReset({ email, clientInfo }: Request) {
  if (!canMail()) throw new Problem("MAIL_NOT_SET_UP");
  // Too many: the last link still opens.
  if (!(await countMail({ purpose: "reset", email }))) return;
  const { locale, traceId } = clientInfo;
  await enqueue(db, { kind: "request_reset", payload: { email, locale }, traceId });
}

type Requested = JobPayload<"request_reset"> & { jobId: string; traceId: string };

/** The job of it. Whoever has no account here, or one that is closed, gets no mail. */
export async function startReset({ email, locale, jobId, traceId }: Requested) {
  await inTransaction(async (tx) => {
    const [user] = await tx
      .select(userColumns)
      .from(users)
      .where(and(eq(sql`lower(${users.email})`, email), users.isActive, isNull(users.deletedAt)));
    if (user === undefined) return;
    await lockUser(tx, user.id);
    await queueMail(tx, { id: jobId, kind: "reset_link", proof: "reset", user, locale, traceId });
  });
}

type Reset = { token: string; newPassword: string; clientInfo: ClientInfo };

/** Sets the password by a mailed link: whoever was in before, is out, and what else was on its way to get in is void. */
export async function resetPassword({ token, newPassword, clientInfo }: Reset) {
  const proof = await getProof("reset", token);
  const { user, address } = proof;
  if (address !== null && address !== user.email) throw new Problem("INVALID_PROOF");
  await refuseOwnName({ newPassword, user });
  const hash = await hashPassword(newPassword);
  await inTransaction(async (tx) => {
    await useProof(tx, proof, token);
    if (!(await setPassword(tx, { proof, hash, clientInfo }))) throw new Problem("INVALID_PROOF");
    await voidProofs(tx, user.id);
    // By a statement of its own: two parts of one can't change the same row.
    const forgotten = forgetDevices(user.id);
    await tx.with(forgotten).select().from(forgotten);
    const { locale, traceId } = clientInfo;
    await queueMail(tx, { id: randomUUID(), kind: "password_reset", user, locale, traceId });
  });
  // Who has the mailbox needn't wait for somebody else's guesses.
  await forgetGuesses([
    { identifier: canonicalIdentifier(user.email) },
    { identifier: canonicalIdentifier(user.username) },
    { identifier: user.id, by: "account" },
  ]);
}

type Setting = { proof: Proof; hash: string; clientInfo: ClientInfo };

/** Whether the account is still what it was when the link was looked at. */
async function setPassword(tx: Transaction, { proof: { user, address }, hash, clientInfo }: Setting) {
  const isSame = and(
    eq(users.id, user.id),
    eq(users.email, user.email),
    users.isActive,
    isNull(users.deletedAt),
  );
  const [before] = await tx.select({ emailVerifiedAt: users.emailVerifiedAt }).from(users).where(isSame);
  if (before === undefined) return false;
  const verifies = address !== null && before.emailVerifiedAt === null;
  if (verifies || before.emailVerifiedAt !== null)
    await unlinkUnproven(tx, { userId: user.id, verifies, clientInfo });
  const changed = tx.$with("changed").as(
    tx
      .update(users)
      .set({ hashedPassword: hash, ...(verifies && { emailVerifiedAt: now }) })
      .where(isSame)
      .returning({ id: users.id }),
  );
  const ended = endSessions(eq(sessions.userId, user.id), "password reset");
  const event = { actor: changed.id, subject: changed.id, from: changed };
  const recorded = recordEvents(
    clientInfo,
    { action: "password.reset", ...event },
    { action: "email.verified", ...event, where: sql`${verifies}::boolean` },
  );
  return (await tx.with(changed, ended, recorded).select().from(changed)).length > 0;
}

type Unlinking = { userId: string; verifies: boolean; clientInfo: ClientInfo };

/**
 * Whoever registered with an address that wasn't theirs must not stay in by a provider of theirs: what was linked before its
 * owner first showed that it is theirs, by this link or by an earlier one, is gone.
 */
async function unlinkUnproven(tx: Transaction, { userId, verifies, clientInfo }: Unlinking) {
  const unlinked = tx.$with("unlinked").as(
    tx
      .delete(identities)
      .where(and(eq(identities.userId, userId), or(identities.linkedUnverified, sql`${verifies}::boolean`)))
      .returning({ userId: identities.userId, provider: identities.provider }),
  );
  const recorded = recordEvents(clientInfo, {
    action: "identity.unlinked",
    actor: unlinked.userId,
    subject: unlinked.userId,
    detail: sql`jsonb_build_object('provider', ${unlinked.provider}, 'reason', 'password reset')`,
    from: unlinked,
  });
  await tx.with(unlinked, recorded).select().from(unlinked);
}
