import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/tables";
import { awaitAttempt, giveBackAttempt, isLastFree, keepAttempt } from "@/domain/attempts/attempts";
import { recordEvent } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import type { SessionOwner } from "@/domain/sessions/sessions";
import { Problem } from "@/lib/errors";
import { verifyPassword } from "@/lib/hashing";
import { provingSession } from "./proven";

type Proof = { owner: SessionOwner; password: string | undefined; field: string; clientInfo: ClientInfo };

/**
 * The stored hash that the typed password matches; null where no password is set. Wrong ones count for the account, from
 * wherever its sessions are used, and leave events.
 */
export async function requirePassword({ owner, password, field, clientInfo }: Proof): Promise<string | null> {
  const { user } = owner;
  const [row] = await db
    .select({ hash: users.hashedPassword })
    .from(users)
    .where(and(eq(users.id, user.id), isNull(users.deletedAt)));
  if (row === undefined) throw new Problem("SESSION_REVOKED");
  if (row.hash === null) {
    // Whatever was typed proves nothing, though it is what the session was let through for.
    if (password !== undefined) throw new Problem("WRONG_PASSWORD", { field });
    return null;
  }
  // Nothing was guessed.
  if (password === undefined) throw new Problem("WRONG_PASSWORD", { field });
  const attempt = await awaitAttempt({ identifier: user.id, by: "account" });
  if (attempt.deniedBy) {
    throw new Problem("RATE_LIMIT_EXCEEDED", { retryAfterSeconds: attempt.retryAfterSeconds });
  }
  const { matches } = await verifyPassword(password, row.hash).catch(async (error) => {
    await giveBackAttempt(attempt);
    throw error;
  });
  if (matches) {
    await giveBackAttempt(attempt);
    return row.hash;
  }
  const event = { subjectId: user.id, actorId: user.id, sessionId: owner.sessionId, clientInfo };
  await Promise.all([keepAttempt(attempt), recordEvent({ action: "reauthentication.refused", ...event })]);
  if (isLastFree(attempt))
    await recordEvent({ action: "account.locked", detail: { for: "sessions" }, ...event });
  throw new Problem("WRONG_PASSWORD", { field });
}

type Reauthentication = { owner: SessionOwner; password: string; clientInfo: ClientInfo };

/** Proves again who uses a session; for a while it may do then what makes a session lasting. */
export async function reauthenticate({ owner, password, clientInfo }: Reauthentication) {
  const hash = await requirePassword({ owner, password, field: "password", clientInfo });
  if (hash === null) throw new Problem("WRONG_PASSWORD", { field: "password" });
  const { proven, recorded } = provingSession({ sessionId: owner.sessionId, clientInfo });
  const rows = await db.with(proven, recorded).select({ id: proven.id }).from(proven);
  if (rows.length === 0) throw new Problem("SESSION_REVOKED");
}
