import type { Sql } from "postgres";
import { database } from "@/db/client";
import { type Attempt, countAttempt, giveBackAttempt, givingBackAttempt } from "@/domain/attempts/attempts";
import { recordEvent, recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { insertSession, type NewSession, newSession } from "@/domain/sessions/new-session";
import { readRefreshToken } from "@/domain/sessions/refresh-token";
import { endSessionsOverLimit } from "@/domain/sessions/session-limit";
import { canonicalIdentifier } from "@/domain/users/schema";
import { type User, userSelectList } from "@/domain/users/user";
import { lockUser } from "@/domain/users/user-lock";
import { Problem } from "@/lib/errors";
import { hashPassword, verifyPassword } from "@/lib/hashing";
import { type SignedIn, signedIn } from "./register";

export type Credentials = {
  identifier: string;
  password: string;
  rememberMe: boolean;
  clientInfo: ClientInfo;
  knownToken?: string;
};

type Account = { id: string | null; hashed_password: string | null; usable: boolean; is_set_up: boolean };

/**
 * Signs in by e-mail or username. Unknown, wrong, disabled, deleted or without a password: the same answer after the
 * same work. The attempt is counted before the hash and given back when it was right, so fifty guesses at once are
 * not fifty guesses.
 */
export async function signIn(credentials: Credentials): Promise<SignedIn> {
  const { password, rememberMe, clientInfo, knownToken } = credentials;
  const identifier = canonicalIdentifier(credentials.identifier);
  const attempt = await countAttempt({ address: clientInfo.address, identifier });
  if (attempt.deniedBy === "address") throw tooMany(attempt.retryAfterSeconds);
  const account = await findAccount(identifier);
  if (!account.is_set_up) throw new Problem("SETUP_REQUIRED");
  if (attempt.deniedBy === "identifier" && !(await isKnownBrowser(account.id, knownToken))) {
    throw tooMany(attempt.retryAfterSeconds);
  }
  const hash = account.usable ? account.hashed_password : null;
  const { matches, renew } = await verifyPassword(password, hash).catch(async (error) => {
    await giveBackAttempt(attempt); // nothing was judged
    throw error;
  });
  // A full queue is no reason to turn a right password away: the hash is renewed another time.
  const renewedHash = matches && renew ? await hashPassword(password).catch(() => null) : null;
  const session = await newSession({ persistent: rememberMe, clientInfo });
  const user = matches ? await startSession({ account, renewedHash, session, attempt }) : undefined;
  if (user === undefined) {
    await recordEvent({ action: "session.refused", subjectId: account.id, actorId: null, clientInfo });
    throw new Problem("INVALID_CREDENTIALS");
  }
  if (attempt.counted?.in === "redis") await giveBackAttempt(attempt);
  return signedIn(user, session);
}

function tooMany(retryAfterSeconds: number) {
  return new Problem("RATE_LIMIT_EXCEEDED", { retryAfterSeconds });
}

async function findAccount(identifier: string): Promise<Account> {
  const [account] = await database()<[Account]>`
    select u.id, u.hashed_password, coalesce(u.is_active and u.deleted_at is null, false) as usable,
      exists (select 1 from providers) as is_set_up
    from (select 1) as one
    left join users u on lower(u.email) = ${identifier} or lower(u.username) = ${identifier}
  `;
  return account;
}

/** Whether the browser was signed in to this account before: visitors can lock a name, but not its owner out. */
async function isKnownBrowser(userId: string | null, knownToken: string | undefined): Promise<boolean> {
  const parts = knownToken === undefined ? null : await readRefreshToken(knownToken);
  if (parts === null) return false;
  // Asked for an unknown name too: whoever has a token of their own must not tell by the time whether it is known.
  const rows = await database()`select 1 from sessions where id = ${parts.sessionId} and user_id = ${userId}`;
  return rows.length > 0;
}

type Start = { account: Account; renewedHash: string | null; session: NewSession; attempt: Attempt };

/** Writes the session and keeps the cap. Undefined where the account changed meanwhile. */
async function startSession({ account, renewedHash, session, attempt }: Start): Promise<User | undefined> {
  return database().begin(async (transaction) => {
    const sql = transaction as unknown as Sql;
    const locked = lockUser(sql, account.id);
    const started = sql<User[]>`
      with u as (
        select * from users
        where id = ${account.id} and is_active and deleted_at is null and hashed_password = ${account.hashed_password}
      ), renewed as (
        update users set hashed_password = ${renewedHash}
        where id in (select id from u) and ${renewedHash}::text is not null
      ), ${insertSession(sql, session, sql`select id from u`)}, ${endSessionsOverLimit(sql, account.id)}, ${recordEvents(
        sql,
        session.clientInfo,
        sql`select 'session.started', user_id, user_id, id, null from started
          union all select 'session.revoked', null, user_id, id, '{"reason":"too many sessions"}' from over_limit`,
      )}, given_back as (${givingBackAttempt(sql, attempt, sql`exists (select 1 from started)`)})
      select ${sql.unsafe(userSelectList)}, started.expires_at from u, started
    `;
    const [, rows] = await Promise.all([locked, started]);
    return rows[0];
  });
}
