import { and, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { providers, sessions, users } from "@/db/tables";
import { type Attempt, countAttempt, giveBackAttempt, givingBackAttempt } from "@/domain/attempts/attempts";
import { recordEvent, recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { insertSession, type NewSession, newSession } from "@/domain/sessions/new-session";
import { readRefreshToken } from "@/domain/sessions/refresh-token";
import { endSessionsOverLimit, overLimitEvent } from "@/domain/sessions/session-limit";
import { canonicalIdentifier } from "@/domain/users/schema";
import { userColumns } from "@/domain/users/user";
import { lockUser } from "@/domain/users/user-lock";
import { Problem } from "@/lib/errors";
import { hashPassword, verifyPassword } from "@/lib/hashing";
import { type SignedIn, signedIn } from "./signed-in";

export type Credentials = {
  identifier: string;
  password: string;
  rememberMe: boolean;
  clientInfo: ClientInfo;
  knownToken?: string;
};

/**
 * Signs in by email or username. Unknown, wrong, disabled, deleted or without a password: the same answer after the
 * same work. The attempt is counted before the hash and given back when it was right, so fifty guesses at once are
 * not fifty guesses.
 */
export async function signIn(credentials: Credentials): Promise<SignedIn> {
  const { password, rememberMe, clientInfo, knownToken } = credentials;
  const identifier = canonicalIdentifier(credentials.identifier);
  const attempt = await countAttempt({ address: clientInfo.address, identifier });
  if (attempt.deniedBy === "address") throw tooMany(attempt.retryAfterSeconds);
  const account = await findAccount(identifier);
  if (attempt.deniedBy === "identifier" && !(await isKnownBrowser(account.id, knownToken))) {
    throw tooMany(attempt.retryAfterSeconds);
  }
  const hash = account.usable ? account.hashedPassword : null;
  const { matches, renew } = await verifyPassword(password, hash).catch(async (error) => {
    await giveBackAttempt(attempt); // nothing was judged
    throw error;
  });
  // A full queue is no reason to turn a right password away: the hash is renewed another time.
  const renewedHash = matches && renew ? await hashPassword(password).catch(() => null) : null;
  const session = await newSession({ persistent: rememberMe, clientInfo });
  const begun = matches ? await startSession({ account, renewedHash, session, attempt }) : undefined;
  if (begun === undefined) {
    await recordEvent({ action: "session.refused", subjectId: account.id, actorId: null, clientInfo });
    throw new Problem("INVALID_CREDENTIALS");
  }
  if (attempt.counted?.in === "redis") await giveBackAttempt(attempt);
  return signedIn({ user: begun.u, session, expiresAt: begun.started.expiresAt });
}

function tooMany(retryAfterSeconds: number) {
  return new Problem("RATE_LIMIT_EXCEEDED", { retryAfterSeconds });
}

const accountColumns = {
  id: users.id,
  hashedPassword: users.hashedPassword,
  usable: sql<boolean>`coalesce(${users.isActive} and ${users.deletedAt} is null, false)`,
  isSetUp: sql<boolean>`exists (select from ${providers})`,
};

const findByIdentifier = db
  .select(accountColumns)
  .from(sql`(select 1) as one`)
  .leftJoin(
    users,
    or(
      eq(sql`lower(${users.email})`, sql.placeholder("identifier")),
      eq(sql`lower(${users.username})`, sql.placeholder("identifier")),
    ),
  )
  .prepare("find_account");

type Account = Awaited<ReturnType<typeof findAccount>>;

async function findAccount(identifier: string) {
  const [account] = await findByIdentifier.execute({ identifier });
  if (!account?.isSetUp) throw new Problem("SETUP_REQUIRED");
  return account;
}

const findOwner = db
  .select({ userId: sessions.userId })
  .from(sessions)
  .where(eq(sessions.id, sql.placeholder("sessionId")))
  .prepare("find_session_owner");

/** Whether the browser was signed in to this account before: visitors can lock a name, but not its owner out. */
async function isKnownBrowser(userId: string | null, knownToken: string | undefined): Promise<boolean> {
  const parts = knownToken === undefined ? null : await readRefreshToken(knownToken);
  if (parts === null) return false;
  // Asked for an unknown name too: whoever has a token of their own must not tell by the time whether it is known.
  const rows = await findOwner.execute({ sessionId: parts.sessionId });
  return userId !== null && rows[0]?.userId === userId;
}

type Start = { account: Account; renewedHash: string | null; session: NewSession; attempt: Attempt };

/** Writes the session and keeps the limit of sessions. Undefined where the account changed meanwhile. */
async function startSession({ account, renewedHash, session, attempt }: Start) {
  const { id, hashedPassword } = account;
  if (id === null || hashedPassword === null) return undefined;
  return inTransaction(async (tx) => {
    const isUnchanged = and(
      eq(users.id, id),
      users.isActive,
      isNull(users.deletedAt),
      eq(users.hashedPassword, hashedPassword),
    );
    const u = tx.$with("u").as(tx.select(userColumns).from(users).where(isUnchanged));
    const renewed = tx.$with("renewed").as(
      tx
        .update(users)
        .set({ hashedPassword: renewedHash })
        .where(and(isUnchanged, isNotNull(sql`${renewedHash}::text`)))
        .returning({ id: users.id }),
    );
    const started = insertSession(session, u);
    const overLimit = endSessionsOverLimit(id, started);
    const recorded = recordEvents(
      session.clientInfo,
      {
        action: "session.started",
        actor: started.userId,
        subject: started.userId,
        session: started.id,
        from: started,
      },
      overLimitEvent(overLimit),
    );
    const givenBack = givingBackAttempt(attempt, sql`exists (select from ${started})`);
    const [, rows] = await Promise.all([
      lockUser(tx, id),
      tx
        .with(u, renewed, started, overLimit, recorded, ...givenBack)
        .select()
        .from(u)
        .crossJoin(started),
    ]);
    return rows[0];
  });
}
