import { and, eq, exists, lt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { identities, sessions } from "@/db/tables";
import type { ClientInfo } from "@/domain/client-info";
import type { Identity, Refused } from "@/domain/identities/identity";
import type { SessionOwner } from "@/domain/sessions/sessions";
import { provingSession } from "./proven";

// Providers tell whole seconds.
const LEEWAY_MS = 2_000;

type Proof = { owner: SessionOwner; identity: Identity; askedAt: Date; clientInfo: ClientInfo };

/**
 * Proves again who uses a session, by an identity that was linked to its account before, and that the provider has asked
 * for since. An asking counts once: after it the session has been proven since then, and the same answer again does nothing.
 */
export async function reauthenticateByIdentity(proof: Proof): Promise<Refused | null> {
  const { owner, identity, askedAt, clientInfo } = proof;
  const { user, sessionId } = owner;
  const provenAt = identity.authenticatedAt;
  if (provenAt === undefined || provenAt.getTime() < askedAt.getTime() - LEEWAY_MS) {
    return { refusal: "not_asked_again", subjectId: user.id };
  }
  const link = db
    .select({ one: sql`1` })
    .from(identities)
    .where(
      and(
        eq(identities.userId, user.id),
        eq(identities.provider, identity.provider),
        eq(identities.providerAccountId, identity.subject),
      ),
    );
  const { proven, recorded } = provingSession({
    sessionId,
    at: new Date(Math.max(askedAt.getTime(), provenAt.getTime())),
    where: and(eq(sessions.userId, user.id), exists(link), lt(sessions.authenticatedAt, askedAt)),
    detail: { provider: identity.provider },
    clientInfo,
  });
  const rows = await db.with(proven, recorded).select({ id: proven.id }).from(proven);
  if (rows.length > 0 || (await link).length > 0) return null;
  return { refusal: "other_identity", subjectId: user.id };
}
