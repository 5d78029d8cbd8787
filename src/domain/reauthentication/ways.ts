import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { identities, users } from "@/db/tables";
import { asksAgain, type IdentityProvider, listProviders } from "@/domain/identities/providers";
import { canMail } from "@/lib/can-mail";
import { Problem } from "@/lib/errors";

/** By what somebody can prove again who they are. A link is mailed to who has neither of the others. */
export type ReauthenticationWays = { password: boolean; providers: IdentityProvider[]; link: boolean };

const linked = db
  .select({ provider: identities.provider })
  .from(identities)
  .where(eq(identities.userId, users.id));

export async function getReauthenticationWays(userId: string): Promise<ReauthenticationWays> {
  const [row] = await db
    .select({
      password: sql<boolean>`${users.hashedPassword} is not null`,
      linked: sql<string[]>`array(${linked})`,
    })
    .from(users)
    .where(eq(users.id, userId));
  if (row === undefined) throw new Problem("SESSION_REVOKED");
  const { password } = row;
  const providers = listProviders().filter(({ id }) => asksAgain(id) && row.linked.includes(id));
  return { password, providers, link: !password && providers.length === 0 && canMail() };
}
