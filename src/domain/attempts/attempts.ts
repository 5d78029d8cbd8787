import type { SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { placeholders } from "@/db/sql";
import { PROOF_SECONDS, type ProofPurpose } from "@/domain/proofs/purposes";
import { Problem } from "@/lib/errors";
import { log } from "@/lib/log";
import { isOutage } from "@/lib/outage";
import { settings } from "@/lib/settings";
import { COUNTED, type Counted, type Counter, type Counters, type Counts } from "./counter";
import { addressKey, type GuessedBy, guessKey, mailKey, networkKeys } from "./keys";
import { countInPostgres, forgetInPostgres } from "./postgres-counters";
import { givingBack, keeping } from "./postgres-guesses";
import { countInRedis, forgetInRedis, settleInRedis } from "./redis-counters";
import { outcomeOf, tellOutcome } from "./waiting";

const ADDRESS_WINDOW_SECONDS = 60;
const TYPED_NAME_WINDOW_SECONDS = 15 * 60;
const MAIL_WINDOW_SECONDS = 3_600;
// How many times what one address may a minute the networks around it may: a household or an office is many people.
const NEAR = 4;
const FAR = 16;

const NO_COUNTERS = { address: null, near: null, far: null, identifier: null };

/**
 * `address` is left out where it is counted already. `identifier`, in its canonical form, whether there is such an account
 * or not, is what a visitor typed; or whose device or account it is that somebody guesses with.
 */
export type Attempted = { address?: string | null; identifier?: string; by?: GuessedBy };

export type Attempt = {
  /** Whose limit is passed. What a locked name means is for the caller to say. */
  deniedBy: "address" | "identifier" | null;
  retryAfterSeconds: number;
  /** What was counted for the name, and where. */
  counted: (Counted & { in: "redis" | "postgres" }) | null;
  /** Denied by no more than what is still being judged. */
  undecided?: boolean;
};

/**
 * Counts one attempt of a client's address and of the networks around it, and one guess for the name unless one of them is
 * denied. Exact over all instances; what is denied neither counts nor prolongs a window. Throws SERVICE_UNAVAILABLE where
 * nothing can count.
 */
export async function countAttempt(attempted: Attempted): Promise<Attempt> {
  const counters = await countersFor(attempted);
  const { by, counts } = await count(counters);
  const denial = COUNTED.map((name) => ({ name, count: counts[name] })).find(({ count }) => count?.denied);
  if (denial?.count) {
    const { retryAfterSeconds, undecided } = denial.count;
    const deniedBy = denial.name === "identifier" ? "identifier" : "address";
    return { deniedBy, retryAfterSeconds, counted: null, ...(undecided && { undecided }) };
  }
  const { key, limit } = counters.identifier ?? {};
  const { window, points = 0 } = counts.identifier ?? {};
  const counted = key && limit && window ? { in: by, key, limit, window, points } : null;
  return { deniedBy: null, retryAfterSeconds: 0, counted };
}

/**
 * The same; where only guesses that are still being judged fill the budget, it waits a moment for their outcome: of any
 * number of right ones at once none is refused.
 */
export async function awaitAttempt(attempted: Attempted): Promise<Attempt> {
  const { identifier, by } = attempted;
  let attempt = await countAttempt(attempted);
  if (!attempt.undecided || identifier === undefined) return attempt;
  const key = await guessKey(identifier, by);
  for await (const _ of outcomeOf(key)) {
    attempt = await countAttempt({ identifier, by });
    if (!attempt.undecided) break;
  }
  return attempt;
}

type Budget = "attempts" | "mails";

/** The same for what is limited by address alone: too many is the end of it. Mail has a budget beside sign-in's. */
export async function requireAttempt({
  address,
  budget = "attempts",
}: {
  address: string | null;
  budget?: Budget;
}) {
  const counters = await countersFor({ address });
  for (const counter of Object.values(counters)) {
    if (counter && budget === "mails") counter.key = `mails-${counter.key}`;
  }
  const { counts } = await count(counters);
  const denied = COUNTED.map((name) => counts[name]).find((counted) => counted?.denied);
  if (denied) throw new Problem("RATE_LIMIT_EXCEEDED", { retryAfterSeconds: denied.retryAfterSeconds });
}

/**
 * Whether one more mail of this purpose may go to an address now. It counts whether there is such an account or not. Anybody
 * can use up what an hour allows, so beyond that there is one more each time the life of a link is over: whoever is denied has
 * a link in their mailbox that is still good.
 */
export async function countMail({ purpose, email }: { purpose: ProofPurpose; email: string }) {
  const { RATE_LIMIT_MAILS_PER_HOUR: limit } = settings();
  if (limit === 0) return true;
  const key = await mailKey(`${purpose} ${email}`);
  const isLet = await countMails({ key, limit, windowSeconds: MAIL_WINDOW_SECONDS });
  const linkSeconds = PROOF_SECONDS[purpose];
  if (linkSeconds >= MAIL_WINDOW_SECONDS) return isLet;
  // Begun by the first mail, and again by each that it lets through.
  const isNext = await countMails({ key: `${key}:next`, limit: 1, windowSeconds: linkSeconds });
  return isLet || isNext;
}

async function countMails(address: Counter): Promise<boolean> {
  const { counts } = await count({ ...NO_COUNTERS, address });
  return counts.address?.denied !== true;
}

/** The password was right, or nothing was judged: it was no failure. */
export async function giveBackAttempt(attempt: Attempt) {
  await settle(attempt, { wasRight: true });
}

/** The password was wrong. */
export async function keepAttempt(attempt: Attempt) {
  await settle(attempt, { wasRight: false });
}

/** What can't be settled is lost, for the sign-in has gone well, or was wrong and is counted. */
async function settle({ counted }: Attempt, outcome: { wasRight: boolean }) {
  if (counted === null) return;
  try {
    if (counted.in === "redis") await settleInRedis(counted, outcome);
    else await (outcome.wasRight ? givingBack(counted) : keeping(counted));
  } catch (error) {
    log().warn({ error }, "an attempt could not be settled");
  } finally {
    tellOutcome(counted.key);
  }
}

const GUESS = placeholders("guessKey", "guessLimit", "guessWindow");

/**
 * Giving back as a part of a prepared statement that signs in, where the condition holds. Others hear of it by tellAttempt,
 * once that statement is through.
 */
export function givingBackAttempt(condition: SQL) {
  const guess = { key: GUESS.guessKey, limit: GUESS.guessLimit, window: GUESS.guessWindow };
  return db.$with("given_back", {}).as(givingBack(guess, condition).getSQL());
}

/**
 * What stands in its places; null where there is nothing to give back by it. Redis can't be a part of it: what it counted
 * stays for tellAttempt.
 */
export function guessOf({ counted }: Attempt): Record<keyof typeof GUESS, string | number> | null {
  if (counted?.in !== "postgres") return null;
  return { guessKey: counted.key, guessLimit: counted.limit, guessWindow: counted.window };
}

export async function tellAttempt(attempt: Attempt) {
  if (attempt.counted?.in === "redis") await giveBackAttempt(attempt);
  else if (attempt.counted) tellOutcome(attempt.counted.key);
}

/** Whether this one, wrong, was the last that is free: from here on guesses wait. */
export function isLastFree({ counted }: Attempt): boolean {
  return counted !== null && counted.points === counted.limit;
}

/** Nobody waits for these any more. */
export async function forgetGuesses(guesses: { identifier: string; by?: GuessedBy }[]) {
  const keys = await Promise.all(guesses.map(({ identifier, by }) => guessKey(identifier, by)));
  await Promise.all([forgetInPostgres(keys), forgetInRedis(keys)]);
}

async function countersFor({ address, identifier, by }: Attempted): Promise<Counters> {
  const { RATE_LIMIT_AUTH_PER_MINUTE: perAddress, RATE_LIMIT_ACCOUNT_FAILURES: perName } = settings();
  const isCounted = address !== undefined && perAddress > 0;
  const { near = null, far = null } = isCounted ? await networkKeys(address) : {};
  const perMinute = (key: string | null, limit: number): Counter | null =>
    key === null ? null : { key, limit, windowSeconds: ADDRESS_WINDOW_SECONDS };
  return {
    address: perMinute(isCounted ? await addressKey(address) : null, perAddress),
    near: perMinute(near, perAddress * NEAR),
    far: perMinute(far, perAddress * FAR),
    identifier:
      perName === 0 || identifier === undefined
        ? null
        : { key: await guessKey(identifier, by), limit: perName, windowSeconds: TYPED_NAME_WINDOW_SECONDS },
  };
}

async function count(counters: Counters): Promise<{ by: "redis" | "postgres"; counts: Counts }> {
  if (COUNTED.every((name) => counters[name] === null)) return { by: "postgres", counts: NO_COUNTERS };
  const inRedis = await countInRedis(counters);
  if (inRedis) return { by: "redis", counts: inRedis };
  try {
    return { by: "postgres", counts: await countInPostgres(counters) };
  } catch (error) {
    if (!isOutage(error)) throw error;
    throw new Problem("SERVICE_UNAVAILABLE", { retryAfterSeconds: 5, cause: error });
  }
}
