import { and, eq, isNull, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/tables";
import { forgetGuesses } from "@/domain/attempts/attempts";
import { recordEvent } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { canonicalIdentifier } from "@/domain/users/schema";
import { Problem } from "@/lib/errors";

type Unlocking = { actorId: string | null; userId: string; clientInfo: ClientInfo };

/** Forgets the wrong guesses at somebody's names and password, so that nobody has to wait for theirs. */
export async function unlockUser({ actorId, userId, clientInfo }: Unlocking) {
  const [user] = await db
    .select({ email: users.email, username: users.username })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.deletedAt)));
  if (user === undefined) throw new Problem("NOT_FOUND");
  await forgetGuesses([
    { identifier: canonicalIdentifier(user.email) },
    { identifier: canonicalIdentifier(user.username) },
    { identifier: userId, by: "account" },
  ]);
  await recordEvent({ action: "account.unlocked", subjectId: userId, actorId, clientInfo });
}

/** Whom somebody at the command line means, by email or username; null where there is nobody. */
export async function findUserId(name: string): Promise<string | null> {
  const identifier = canonicalIdentifier(name);
  const [user] = await db
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        or(eq(sql`lower(${users.email})`, identifier), eq(sql`lower(${users.username})`, identifier)),
        isNull(users.deletedAt),
      ),
    );
  return user?.id ?? null;
}
