import { and, eq, inArray, isNull, notExists } from "drizzle-orm";
import type { z } from "zod";
import { db } from "@/db/client";
import { identities, users } from "@/db/tables";
import { listIdentities } from "@/domain/identities/identities";
import { hasPassword } from "@/domain/profile/password";
import { listOpenProofs } from "@/domain/proofs/proofs";
import type { userOverviewAnswer } from "./answers";
import { getAnyUser } from "./list-users";

export type UserOverview = z.output<typeof userOverviewAnswer>;

/** By what somebody gets in, and which mailed links are open: what one has to know to help. */
export async function getUserOverview(userId: string): Promise<UserOverview> {
  const [user, has_password, linked, proofs] = await Promise.all([
    getAnyUser(userId),
    hasPassword(userId),
    listIdentities(userId),
    listOpenProofs(userId),
  ]);
  return { user, has_password, identities: linked, proofs };
}

/** Made by an administrator, for somebody who hasn't come in yet. */
export function isNewcomer({ has_password, identities }: UserOverview): boolean {
  return !has_password && identities.length === 0;
}

/** Those of the accounts that are somebody's who hasn't come in yet. */
export async function findNewcomers(ids: string[]): Promise<Set<string>> {
  const theirs = db.select({ id: identities.userId }).from(identities).where(eq(identities.userId, users.id));
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(and(inArray(users.id, ids), isNull(users.hashedPassword), notExists(theirs)));
  return new Set(rows.map(({ id }) => id));
}
