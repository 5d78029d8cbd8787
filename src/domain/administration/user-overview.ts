import type { z } from "zod";
import { listIdentities } from "@/domain/identities/identities";
import { hasPassword } from "@/domain/profile/password";
import { listOpenProofs } from "@/domain/proofs/proofs";
import type { userOverviewAnswer } from "./answers";
import { getAnyUser } from "./list-users";

export type UserOverview = z.output<typeof userOverviewAnswer>;

/** By what somebody gets in, and which mailed links are open: what one has to know to help. */
export async function getUserOverview(userId: string): Promise<UserOverview> {
  const [user, has_password, identities, proofs] = await Promise.all([
    getAnyUser(userId),
    hasPassword(userId),
    listIdentities(userId),
    listOpenProofs(userId),
  ]);
  return { user, has_password, identities, proofs };
}
