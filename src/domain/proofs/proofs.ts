import { DrizzleAdapter } from "@auth/drizzle-adapter";
import { and, eq, gt, inArray, isNull, like, not, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { now } from "@/db/sql";
import { identities, sessions, users, verificationTokens } from "@/db/tables";
import { type User, userColumns } from "@/domain/users/user";
import { lockUser } from "@/domain/users/user-lock";
import { Problem } from "@/lib/errors";
import { deriveProofToken, hashProofToken, isGenuineProofToken } from "./proof-token";
import { isReplaced, OPEN_PURPOSES, PROOF_SECONDS, type ProofPurpose } from "./purposes";

// One row's life: made in the transaction of its mail, found by who opens the link, used in the transaction of its effect.

/** `address`: where it goes by mail. Null is a link that somebody hands over, which proves no address. */
type NewProof = {
  id: string;
  purpose: ProofPurpose;
  userId: string;
  address: string | null;
  seconds?: number;
};

/** Whose row is locked makes it; an older one of the same purpose is void, but for those that undo. */
export async function makeProof(tx: Transaction, proof: NewProof) {
  const { id, purpose, userId, address, seconds = PROOF_SECONDS[purpose] } = proof;
  if (isReplaced(purpose)) await tx.delete(verificationTokens).where(isOf(purpose, userId));
  await adapterOf(tx).createVerificationToken?.({
    identifier: identifierOf(purpose, userId, address),
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
  const lasting = or(isOf("not_me", userId), isOf("undo_email", userId)) as SQL;
  await tx.delete(verificationTokens).where(and(isOf("%", userId), not(lasting)));
}

type Voiding = { userId: SQLWrapper; from: SQLWrapper };

/**
 * The part of a `with` that makes void what could still open or move the account of each row of `from`: for who has just
 * proven to be its owner, and for nobody less.
 */
export function voidingWaysIn(of: Voiding) {
  return voiding(["reset", "sign_in", "reauthenticate", "change_email"], of);
}

/**
 * As above, but what opens it stays, where sessions are ended: that takes no more than a session, and one that is stolen must
 * not cut its owner's way back off. Nor does it help a thief, for it went to the owner's mailbox; a new address would be theirs.
 */
export function voidingEmailChanges(of: Voiding) {
  return voiding(["change_email"], of);
}

function voiding(purposes: string[], { userId, from }: Voiding) {
  const subject = sql`split_part(${verificationTokens.identifier}, ':', 2)`;
  return db.$with("voided", {}).as(sql`
    delete from ${verificationTokens}
    where ${inArray(purposeOf, purposes)} and ${subject} in (select ${userId}::text from ${from})`);
}

type Since = { userId: string; keeping: string; later: string[] };

/** What was mailed since an address was left: it keeps what it got itself, and the way back to those before it stays. */
export async function voidProofsSince(tx: Transaction, { userId, keeping, later }: Since) {
  const own = eq(verificationTokens.identifier, identifierOf("not_me", userId, keeping));
  const ofLater = inArray(
    verificationTokens.identifier,
    later.map((address) => identifierOf("undo_email", userId, address)),
  );
  const earlier = and(isOf("undo_email", userId), not(ofLater));
  await tx.delete(verificationTokens).where(and(isOf("%", userId), not(or(own, earlier) as SQL)));
}

/** The links of somebody that still open something, the next to expire first; never what stands in them. */
export async function listOpenProofs(userId: string) {
  const rows = await db
    .select({ identifier: verificationTokens.identifier, expires_at: verificationTokens.expires })
    .from(verificationTokens)
    .where(
      and(isOf("%", userId), inArray(purposeOf, [...OPEN_PURPOSES]), gt(verificationTokens.expires, now)),
    )
    .orderBy(verificationTokens.expires, verificationTokens.identifier);
  return rows.map(({ identifier, expires_at }) => {
    const [purpose, , ...address] = identifier.split(":");
    return {
      purpose: purpose as (typeof OPEN_PURPOSES)[number],
      email: address.join(":") || null,
      expires_at,
    };
  });
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

const purposeOf = sql`split_part(${verificationTokens.identifier}, ':', 1)`;

function identifierOf(purpose: ProofPurpose, userId: string, address: string | null) {
  return `${purpose}:${userId}:${address ?? ""}`;
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
