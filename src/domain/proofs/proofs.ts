import { DrizzleAdapter } from "@auth/drizzle-adapter";
import { and, eq, gt, isNull, like, not, type SQL, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { now } from "@/db/sql";
import { identities, sessions, users, verificationTokens } from "@/db/tables";
import { type User, userColumns } from "@/domain/users/user";
import { lockUser } from "@/domain/users/user-lock";
import { Problem } from "@/lib/errors";
import { deriveProofToken, hashProofToken, isGenuineProofToken } from "./proof-token";
import { PROOF_SECONDS, type ProofPurpose } from "./purposes";

// One row's life: made in the transaction of its mail, found by who opens the link, used in the transaction of its effect.

/** `address`: where it goes by mail. Null is a link that somebody hands over, which proves no address. */
type NewProof = {
  id: string;
  purpose: ProofPurpose;
  userId: string;
  address: string | null;
  seconds?: number;
};

/** Whose row is locked makes it; an older one of the same purpose is void. */
export async function makeProof(tx: Transaction, proof: NewProof) {
  const { id, purpose, userId, address, seconds = PROOF_SECONDS[purpose] } = proof;
  await tx.delete(verificationTokens).where(isOf(purpose, userId));
  await adapterOf(tx).createVerificationToken?.({
    identifier: `${purpose}:${userId}:${address ?? ""}`,
    token: hashProofToken(await deriveProofToken(id)),
    expires: new Date(Date.now() + seconds * 1_000),
  });
}

/** Whose proof it is, where it went, and whether that is still their address. */
export type Proof = { identifier: string; address: string | null; user: User };

/** Null for one that is unknown, used, replaced, expired or of somebody who may not come in: nobody is told which. */
export async function findProof(purpose: ProofPurpose, token: string): Promise<Proof | null> {
  if (!(await isGenuineProofToken(token))) return null;
  const subject = sql`split_part(${verificationTokens.identifier}, ':', 2)::uuid`;
  const [row] = await db
    .select({ identifier: verificationTokens.identifier, user: userColumns })
    .from(verificationTokens)
    .innerJoin(users, eq(users.id, subject))
    .where(
      and(
        eq(verificationTokens.token, hashProofToken(token)),
        like(verificationTokens.identifier, `${purpose}:%`),
        gt(verificationTokens.expires, now),
        users.isActive,
        isNull(users.deletedAt),
      ),
    );
  if (row === undefined) return null;
  const address = row.identifier.split(":").slice(2).join(":") || null;
  return { ...row, address };
}

export async function getProof(purpose: ProofPurpose, token: string): Promise<Proof> {
  const proof = await findProof(purpose, token);
  if (proof === null) throw new Problem("INVALID_PROOF");
  return proof;
}

/** Uses it up, with its owner's row locked. Of any number at once one gets through. */
export async function useProof(tx: Transaction, { identifier, user }: Proof, token: string) {
  await lockUser(tx, user.id);
  const used = await adapterOf(tx).useVerificationToken?.({ identifier, token: hashProofToken(token) });
  // The adapter doesn't look at the time.
  if (!used || used.expires.getTime() <= Date.now()) throw new Problem("INVALID_PROOF");
}

/** The proofs that a new password makes void. What takes back what a thief did stays. */
export async function voidProofs(tx: Transaction, userId: string) {
  const lasting = isOf("not_me", userId);
  await tx.delete(verificationTokens).where(and(isOf("%", userId), not(lasting)));
}

/** Whether the link of a mail still opens anything. */
export async function isProofGood(proofId: string): Promise<boolean> {
  const token = hashProofToken(await deriveProofToken(proofId));
  const rows = await db
    .select({ one: sql`1` })
    .from(verificationTokens)
    .where(and(eq(verificationTokens.token, token), gt(verificationTokens.expires, now)));
  return rows.length > 0;
}

function isOf(purpose: ProofPurpose | "%", userId: string): SQL {
  return like(verificationTokens.identifier, `${purpose}:${userId}:%`);
}

/** Its half of proofs and nothing else of it: users, sessions and links are ours (docs/decisions/0013). */
function adapterOf(tx: Transaction) {
  return DrizzleAdapter(tx, {
    usersTable: users,
    accountsTable: identities,
    sessionsTable: sessions,
    verificationTokensTable: verificationTokens,
  } as never);
}
