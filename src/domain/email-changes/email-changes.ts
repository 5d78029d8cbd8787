import { randomUUID } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { inSeconds, now } from "@/db/sql";
import { emailChanges, sessions, users } from "@/db/tables";
import { countMail } from "@/domain/attempts/attempts";
import { recordEvent } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { enqueue } from "@/domain/jobs/enqueue";
import type { JobPayload } from "@/domain/jobs/kinds";
import { queueMail } from "@/domain/mails/mails";
import { placeOf } from "@/domain/mails/place";
import { getProof, useProof, voidProofs } from "@/domain/proofs/proofs";
import { PROOF_SECONDS } from "@/domain/proofs/purposes";
import { reauthenticate } from "@/domain/reauthentication/by-password";
import { isLive, isSession } from "@/domain/sessions/end-sessions";
import type { SessionOwner } from "@/domain/sessions/sessions";
import { violatedIndex } from "@/domain/users/conflict";
import { holdersOf } from "@/domain/users/reserved-email";
import { type User, userColumns } from "@/domain/users/user";
import { lockUser } from "@/domain/users/user-lock";
import { canMail } from "@/lib/can-mail";
import { Problem } from "@/lib/errors";

type Request = { owner: SessionOwner; email: string; password?: string; clientInfo: ClientInfo };

/**
 * Promises to ask the new address whether it is theirs; until it says so, nothing changes. Whether it is somebody else's
 * is looked up by the job: the caller gets the same answer after the same work.
 */
export async function requestEmailChange({ owner, email, password, clientInfo }: Request) {
  if (!canMail()) throw new Problem("MAIL_NOT_SET_UP");
  if (password !== undefined) await reauthenticate({ owner, password, clientInfo });
  // Too many: the last link still opens.
  if (!(await countMail({ purpose: "change_email", email }))) return;
  const { user, sessionId } = owner;
  const { locale, traceId } = clientInfo;
  const event = { actorId: user.id, subjectId: user.id, sessionId, clientInfo };
  await inTransaction(async (tx) => {
    await recordEvent({ action: "email.change_requested", ...event }, tx);
    const payload = { user_id: user.id, session_id: sessionId, email, locale };
    await enqueue(tx, { kind: "change_email", payload, traceId });
  });
}

type Requested = JobPayload<"change_email"> & { jobId: string; traceId: string };

/** The job of it. Who asked has to be signed in still: what was asked for in a session that its owner ended is void. */
export async function startEmailChange({ user_id, session_id, email, locale, jobId, traceId }: Requested) {
  await inTransaction(async (tx) => {
    await lockUser(tx, user_id);
    const [user] = await tx
      .select(userColumns)
      .from(users)
      .innerJoin(sessions, and(eq(sessions.userId, users.id), isSession(session_id), isLive))
      .where(and(eq(users.id, user_id), users.isActive, isNull(users.deletedAt)));
    if (user === undefined || user.email === email) return;
    const mail = { id: jobId, locale, traceId };
    const owner = await findOwner(tx, email);
    if (owner === null || owner.id === user.id) {
      await queueMail(tx, { ...mail, kind: "change_email", proof: "change_email", user: { ...user, email } });
    } else if (owner.isUsable) {
      await queueMail(tx, { ...mail, kind: "email_taken", user: { ...owner, email } });
    }
  });
}

/** Whose an address is, or was until a short while ago. */
async function findOwner(tx: Transaction, email: string) {
  const [owner] = await tx
    .select({
      ...userColumns,
      isUsable: sql<boolean>`${users.isActive} and ${users.deletedAt} is null`,
    })
    .from(users)
    .where(sql`lower(${users.email}) = ${email} or ${users.id} in (${holdersOf(email)})`);
  return owner ?? null;
}

/**
 * The new address is theirs. Other links of the account are void: they went to the old one, or were on their way to yet
 * another. The old one can undo it, if it had been verified.
 */
export async function confirmEmailChange({ token, clientInfo }: { token: string; clientInfo: ClientInfo }) {
  const proof = await getProof("change_email", token);
  const { address } = proof;
  if (address === null) throw new Problem("INVALID_PROOF");
  await inTransaction(async (tx) => {
    await useProof(tx, proof, token);
    const [before] = await tx.select(userColumns).from(users).where(eq(users.id, proof.user.id));
    if (before === undefined) throw new Problem("INVALID_PROOF");
    await voidProofs(tx, before.id);
    await tx
      .update(users)
      .set({ email: address, emailVerifiedAt: now })
      .where(and(eq(users.id, before.id), isNull(users.deletedAt)));
    await recordEvent({ action: "email.changed", ...eventOf(before), clientInfo }, tx);
    if (before.email_verified_at !== null) await offerUndo(tx, { before, clientInfo });
  }).catch((error) => {
    // Taken meanwhile: nobody is told so by a link.
    throw violatedIndex(error) === null ? error : new Problem("INVALID_PROOF");
  });
}

function eventOf({ id }: User) {
  return { actorId: id, subjectId: id };
}

async function offerUndo(tx: Transaction, { before, clientInfo }: { before: User; clientInfo: ClientInfo }) {
  const id = randomUUID();
  const { locale, traceId } = clientInfo;
  const detail = placeOf(clientInfo);
  await queueMail(tx, {
    id,
    kind: "email_changed",
    proof: "undo_email",
    user: before,
    locale,
    detail,
    traceId,
  });
  await tx.insert(emailChanges).values({
    id,
    userId: before.id,
    email: before.email,
    reservedUntil: inSeconds(PROOF_SECONDS.undo_email),
  });
}
