import { and, eq, isNull } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { now } from "@/db/sql";
import { users } from "@/db/tables";
import { countMail } from "@/domain/attempts/attempts";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { enqueue } from "@/domain/jobs/enqueue";
import type { JobPayload } from "@/domain/jobs/kinds";
import { queueMail } from "@/domain/mails/mails";
import { getProof, useProof } from "@/domain/proofs/proofs";
import { type User, userColumns } from "@/domain/users/user";
import { lockUser } from "@/domain/users/user-lock";
import { canMail } from "@/lib/can-mail";
import { Problem } from "@/lib/errors";

/** Another mail, for who lost the first. An address that is verified already needs none. */
export async function requestVerification({ user, clientInfo }: { user: User; clientInfo: ClientInfo }) {
  if (!canMail()) throw new Problem("MAIL_NOT_SET_UP");
  if (user.email_verified_at !== null) return;
  if (!(await countMail({ purpose: "verify_email", email: user.email }))) return;
  const { locale, traceId } = clientInfo;
  await enqueue(db, { kind: "verify_email", payload: { user_id: user.id, locale }, traceId });
}

type Promised = JobPayload<"verify_email"> & { jobId: string; traceId: string };

export async function startVerification({ user_id, is_new, locale, jobId, traceId }: Promised) {
  await inTransaction(async (tx) => {
    await lockUser(tx, user_id);
    const [user] = await tx
      .select(userColumns)
      .from(users)
      .where(
        and(eq(users.id, user_id), isNull(users.emailVerifiedAt), users.isActive, isNull(users.deletedAt)),
      );
    if (user === undefined) return;
    await queueMail(tx, {
      id: jobId,
      kind: "verify_email",
      proof: "verify_email",
      user,
      detail: { isNew: String(is_new ?? false) },
      locale,
      traceId,
    });
  });
}

/** Whoever has the link has the mailbox; whether they are signed in here doesn't matter. */
export async function verifyEmail({ token, clientInfo }: { token: string; clientInfo: ClientInfo }) {
  const proof = await getProof("verify_email", token);
  const { user, address } = proof;
  await inTransaction(async (tx) => {
    await useProof(tx, proof, token);
    const verified = tx.$with("verified").as(
      tx
        .update(users)
        .set({ emailVerifiedAt: now })
        .where(and(eq(users.id, user.id), eq(users.email, address ?? ""), isNull(users.deletedAt)))
        .returning({ id: users.id }),
    );
    const recorded = recordEvents(clientInfo, {
      action: "email.verified",
      actor: verified.id,
      subject: verified.id,
      from: verified,
    });
    const rows = await tx.with(verified, recorded).select().from(verified);
    // The address was changed since.
    if (rows.length === 0) throw new Problem("INVALID_PROOF");
  });
}
