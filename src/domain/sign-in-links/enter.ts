import { and, eq, isNull } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { now } from "@/db/sql";
import { identities, sessions, users } from "@/db/tables";
import { recordEvent, recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { promiseAlert } from "@/domain/jobs/promise-alert";
import { getProof, type Proof, useProof, voidProofs } from "@/domain/proofs/proofs";
import { endSessions } from "@/domain/sessions/end-sessions";
import { endHandedIn, handedInEvent } from "@/domain/sessions/handed-in";
import { insertSession, type NewSession, newSession, valuesOf } from "@/domain/sessions/new-session";
import { endSessionsOverLimit, overLimitEvent } from "@/domain/sessions/session-limit";
import { type Device, knows } from "@/domain/sign-in/device";
import { type SignedIn, signedIn } from "@/domain/sign-in/signed-in";
import { devicesForgotten } from "@/domain/users/devices";
import { userColumns } from "@/domain/users/user";
import { Problem } from "@/lib/errors";
import { choicesOf } from "./sign-in-links";

type Entering = { token: string; clientInfo: ClientInfo; device?: Device | null; handedIn?: string[] };

/**
 * Signs in by a mailed link, however many have guessed at the account. Whoever opens it has the mailbox: if that shows for
 * the first time, somebody else may have made the account on their address, and whatever opened it until now is gone.
 */
export async function enterByLink({
  token,
  clientInfo,
  device = null,
  handedIn = [],
}: Entering): Promise<SignedIn> {
  const proof = await getProof("sign_in", token);
  const { rememberMe } = await choicesOf(token);
  const session = await newSession({ persistent: rememberMe, clientInfo });
  return inTransaction(async (tx) => {
    await useProof(tx, proof, token);
    const account = await lookAgain(tx, proof);
    if (account.emailVerifiedAt === null) await takeOver(tx, { proof, clientInfo });
    const { id: userId } = proof.user;
    const known =
      account.emailVerifiedAt !== null &&
      device !== null &&
      knows(device, { userId, generation: account.deviceGeneration });
    const begun = await startSession(tx, { userId, session, handedIn, known });
    return signedIn({ user: begun.u, session, started: begun.started });
  });
}

/** With the row locked: the address may have been changed since. */
async function lookAgain(tx: Transaction, { user, address }: Proof) {
  const [account] = await tx
    .select({ emailVerifiedAt: users.emailVerifiedAt, deviceGeneration: users.deviceGeneration })
    .from(users)
    .where(
      and(eq(users.id, user.id), eq(users.email, address ?? ""), users.isActive, isNull(users.deletedAt)),
    );
  if (account === undefined) throw new Problem("INVALID_PROOF");
  return account;
}

async function takeOver(tx: Transaction, { proof, clientInfo }: { proof: Proof; clientInfo: ClientInfo }) {
  const { id } = proof.user;
  await tx.delete(identities).where(eq(identities.userId, id));
  await voidProofs(tx, id);
  await tx
    .update(users)
    .set({
      emailVerifiedAt: now,
      hashedPassword: null,
      ...devicesForgotten,
    })
    .where(eq(users.id, id));
  const ended = endSessions(eq(sessions.userId, id), "email verified by link");
  await tx.with(ended).select().from(ended);
  await recordEvent({ action: "email.verified", actorId: id, subjectId: id, clientInfo }, tx);
}

type Start = { userId: string; session: NewSession; handedIn: string[]; known: boolean };

async function startSession(tx: Transaction, { userId, session, handedIn, known }: Start) {
  const { clientInfo } = session;
  const u = tx.$with("u").as(tx.select(userColumns).from(users).where(eq(users.id, userId)));
  const started = insertSession(valuesOf(session), u);
  const ended = endHandedIn(handedIn, started);
  const overLimit = endSessionsOverLimit({ userId, started, handedIn });
  const recorded = recordEvents(
    clientInfo,
    {
      action: "session.started",
      actor: started.userId,
      subject: started.userId,
      session: started.id,
      detail: { by: "link" },
      from: started,
    },
    handedInEvent(ended),
    overLimitEvent(overLimit),
  );
  const told = { userId: started.userId, sessionId: started.id, from: started, clientInfo };
  const alerted = known ? [] : promiseAlert({ alert: "new_device", ...told });
  const [row] = await tx
    .with(u, started, ended, overLimit, recorded, ...alerted)
    .select()
    .from(u)
    .crossJoin(started);
  if (row === undefined) throw new Problem("INVALID_PROOF");
  return row;
}
