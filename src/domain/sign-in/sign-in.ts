import { and, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import { db, inTransaction, within } from "@/db/client";
import { placeholders, preparedByKind } from "@/db/sql";
import { providers, users } from "@/db/tables";
import {
  type Attempt,
  awaitAttempt,
  giveBackAttempt,
  givingBackAttempt,
  guessOf,
  isLastFree,
  keepAttempt,
  tellAttempt,
} from "@/domain/attempts/attempts";
import { recordEvent, recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { notePromise } from "@/domain/jobs/enqueue";
import { alerting, describeAlert } from "@/domain/jobs/promise-alert";
import { endHandedIn, handedInEvent } from "@/domain/sessions/handed-in";
import {
  insertSession,
  NEW_SESSION,
  type NewSession,
  newSession,
  valuesOf,
} from "@/domain/sessions/new-session";
import {
  endSessionsOverLimit,
  overLimitEvent,
  SESSION_LIMITS,
  sessionLimits,
} from "@/domain/sessions/session-limit";
import { canonicalIdentifier } from "@/domain/users/schema";
import { userColumns } from "@/domain/users/user";
import { lockUserPrepared } from "@/domain/users/user-lock";
import { canMail } from "@/lib/can-mail";
import { Problem } from "@/lib/errors";
import { hashPassword, turnOf, verifyPassword } from "@/lib/hashing";
import { type Device, knows } from "./device";
import { dummyHashFor } from "./dummy-hash";
import { type SignedIn, signedIn } from "./signed-in";

export type Credentials = {
  identifier: string;
  password: string;
  rememberMe: boolean;
  clientInfo: ClientInfo;
  /** By its cookie, where it has one. */
  device?: Device | null;
  /** The sessions that the request proves: they end where this one begins. */
  handedIn?: string[];
};

/**
 * Signs in by email or username. Unknown, wrong, disabled, deleted or without a password: the same answer after the
 * same work. The attempt is counted before the hash and given back when it was right, so fifty guesses at once are
 * not fifty guesses.
 */
export async function signIn(credentials: Credentials): Promise<SignedIn> {
  const { password, rememberMe, clientInfo, device = null, handedIn = [] } = credentials;
  const identifier = canonicalIdentifier(credentials.identifier);
  // Who has a device's cookie is looked up first, whether it knows this account or not: the time says nothing of it.
  const known = device && (await findAccount(identifier));
  const { attempt, by } = await admit({ identifier, account: known, device, clientInfo });
  const account = known ?? (await findAccount(identifier));
  const turn = turnOf(clientInfo.address, { known: by === "device" });
  const dummy = await dummyHashFor(identifier);
  const hash = (account.usable ? account.hashedPassword : null) ?? dummy;
  const { matches, renew } = await verifyPassword(password, hash, turn).catch(async (error) => {
    await giveBackAttempt(attempt); // nothing was judged
    throw error;
  });
  // A full queue is no reason to turn a right password away: the hash is renewed another time.
  const renewedHash = matches && renew ? await hashPassword(password, turn).catch(() => null) : null;
  const session = await newSession({ persistent: rememberMe, clientInfo });
  const begun = matches
    ? await startSession({ account, renewedHash, session, attempt, handedIn, known: by === "device" })
    : undefined;
  if (begun === undefined) {
    const event = { subjectId: account.id, actorId: null, clientInfo };
    await Promise.all([keepAttempt(attempt), recordEvent({ action: "session.refused", ...event })]);
    if (isLastFree(attempt)) await recordEvent({ action: "account.locked", detail: { for: by }, ...event });
    throw new Problem("INVALID_CREDENTIALS");
  }
  await tellAttempt(attempt);
  return signedIn({ user: begun.u, session, started: begun.started });
}

type Asking = { identifier: string; account: Account | null; device: Device | null; clientInfo: ClientInfo };

/**
 * Counts the attempt, or refuses it. A device that knows the account has guesses of its own, so that visitors, who have
 * theirs together, keep nobody out; when those are spent, it is a visitor too.
 */
async function admit({ identifier, account, device, clientInfo: { address } }: Asking) {
  const { id: userId = null, deviceGeneration } = account ?? {};
  const isKnown = device && userId && knows(device, { userId, generation: deviceGeneration ?? 0 });
  if (isKnown) {
    const attempt = await awaitAttempt({ address, identifier: `${device.id} ${userId}`, by: "device" });
    if (attempt.deniedBy === null) return { attempt, by: "device" };
    if (attempt.deniedBy === "address") throw tooMany(attempt);
  }
  const attempt = await awaitAttempt({ address: isKnown ? undefined : address, identifier });
  if (attempt.deniedBy) throw tooMany(attempt);
  return { attempt, by: "visitors" };
}

function tooMany({ retryAfterSeconds }: Attempt) {
  return new Problem("RATE_LIMIT_EXCEEDED", { retryAfterSeconds });
}

const accountColumns = {
  id: users.id,
  hashedPassword: users.hashedPassword,
  deviceGeneration: users.deviceGeneration,
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

type Start = {
  account: Account;
  renewedHash: string | null;
  session: NewSession;
  attempt: Attempt;
  handedIn: string[];
  /** Whether this browser has been in the account before. */
  known: boolean;
};

/** Writes the session and keeps the limit of sessions. Undefined where the account changed meanwhile. */
async function startSession({ account, renewedHash, session, attempt, handedIn, known }: Start) {
  const { id, hashedPassword } = account;
  if (id === null || hashedPassword === null) return undefined;
  const { clientInfo } = session;
  const guess = guessOf(attempt);
  const alerts = !known && canMail();
  const statement = startStatement({ alerts, givesBack: guess !== null });
  if (alerts) notePromise();
  const values = {
    ...{ userId: id, hashedPassword, renewedHash, handedIn, traceId: clientInfo.traceId },
    ...{ ...valuesOf(session), ...sessionLimits(), ...guess },
    ...(alerts && { told: describeAlert({ alert: "new_device", clientInfo }) }),
  };
  return inTransaction(async (tx) => {
    const [, rows] = await Promise.all([
      within(tx, lockUserPrepared).execute({ userId: id }),
      within(tx, statement).execute(values),
    ]);
    return rows[0];
  });
}

const given = placeholders("userId", "hashedPassword", "renewedHash", "handedIn", "traceId", "told");

type Kind = { alerts: boolean; givesBack: boolean };

const startStatement = preparedByKind(({ alerts, givesBack }: Kind) => {
  const { userId, handedIn, traceId, told } = given;
  const isUnchanged = and(
    eq(users.id, userId),
    users.isActive,
    isNull(users.deletedAt),
    eq(users.hashedPassword, given.hashedPassword),
  );
  const u = db.$with("u").as(db.select(userColumns).from(users).where(isUnchanged));
  const renewedHash = sql`${given.renewedHash}::text`;
  const renewed = db.$with("renewed").as(
    db
      .update(users)
      .set({ hashedPassword: renewedHash })
      .where(and(isUnchanged, isNotNull(renewedHash)))
      .returning({ id: users.id }),
  );
  const started = insertSession(NEW_SESSION, u);
  const ended = endHandedIn(handedIn, started);
  const overLimit = endSessionsOverLimit({ userId, started, handedIn, limits: SESSION_LIMITS });
  const recorded = recordEvents(
    { address: NEW_SESSION.address, traceId },
    {
      action: "session.started",
      actor: started.userId,
      subject: started.userId,
      session: started.id,
      from: started,
    },
    handedInEvent(ended),
    overLimitEvent(overLimit),
  );
  const rows = { userId: started.userId, sessionId: started.id, from: started };
  const alerted = alerts ? [alerting({ told, traceId, ...rows })] : [];
  const givenBack = givesBack ? [givingBackAttempt(sql`exists (select from ${started})`)] : [];
  return db
    .with(u, renewed, started, ended, overLimit, recorded, ...givenBack, ...alerted)
    .select()
    .from(u)
    .crossJoin(started)
    .prepare("start_session");
});
