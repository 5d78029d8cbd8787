import type { SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { Problem } from "@/lib/errors";
import { log } from "@/lib/log";
import { isOutage } from "@/lib/outage";
import { settings } from "@/lib/settings";
import type { Counted, Counters, Counts } from "./counter";
import { addressKey, identifierKey, mailKey } from "./keys";
import { countInPostgres, givingBack } from "./postgres-counters";
import { countInRedis, giveBackInRedis } from "./redis-counters";

const ADDRESS_WINDOW_SECONDS = 60;
const TYPED_NAME_WINDOW_SECONDS = 15 * 60;
const MAIL_WINDOW_SECONDS = 3_600;

/** `identifier` in its canonical form, whether there is such an account or not. */
export type Attempted = { address: string | null; identifier?: string };

export type Attempt = {
  /** Whose limit is passed. What a locked name means is for the caller to say. */
  deniedBy: "address" | "identifier" | null;
  retryAfterSeconds: number;
  /** What was counted for the name, and where. */
  counted: (Counted & { in: "redis" | "postgres" }) | null;
};

/**
 * Counts one attempt of a client's address, and one of the typed name unless the address is denied. Exact over
 * all instances; what is denied neither counts nor prolongs a window. Throws SERVICE_UNAVAILABLE where nothing can count.
 */
export async function countAttempt(attempted: Attempted): Promise<Attempt> {
  const counters = await countersFor(attempted);
  const { by, counts } = await count(counters);
  const deniedBy = counts.address?.denied ? "address" : counts.identifier?.denied ? "identifier" : null;
  if (deniedBy) {
    return { deniedBy, retryAfterSeconds: counts[deniedBy]?.retryAfterSeconds ?? 1, counted: null };
  }
  const { key, limit } = counters.identifier ?? {};
  const window = counts.identifier?.window;
  const counted = key && limit && window ? { in: by, key, limit, window } : null;
  return { deniedBy, retryAfterSeconds: 0, counted };
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
  if (counters.address && budget === "mails") counters.address.key = `mails-${counters.address.key}`;
  const counted = (await count(counters)).counts.address;
  if (counted?.denied)
    throw new Problem("RATE_LIMIT_EXCEEDED", { retryAfterSeconds: counted.retryAfterSeconds });
}

/** Whether one more mail of this purpose may go to an address now. It counts whether there is such an account or not. */
export async function countMail({ purpose, email }: { purpose: string; email: string }): Promise<boolean> {
  const { RATE_LIMIT_MAILS_PER_HOUR: limit } = settings();
  if (limit === 0) return true;
  const key = await mailKey(`${purpose} ${email}`);
  const identifier = { key, limit, windowSeconds: MAIL_WINDOW_SECONDS };
  return (await count({ address: null, identifier })).counts.identifier?.denied !== true;
}

/** The password was right: it was no failure. What can't be given back is lost, for the sign-in has gone well. */
export async function giveBackAttempt({ counted }: Attempt) {
  try {
    if (counted?.in === "redis") await giveBackInRedis(counted);
    if (counted?.in === "postgres") await givingBack(counted);
  } catch (error) {
    log().warn({ error }, "an attempt could not be given back");
  }
}

/**
 * The same as a part of the statement that signs in, where the condition holds: none or one. Redis can't be a part of it:
 * what it counted stays for giveBackAttempt.
 */
export function givingBackAttempt({ counted }: Attempt, condition: SQL) {
  return counted?.in === "postgres"
    ? [db.$with("given_back", {}).as(givingBack(counted, condition).getSQL())]
    : [];
}

async function countersFor({ address, identifier }: Attempted): Promise<Counters> {
  const { RATE_LIMIT_AUTH_PER_MINUTE: perAddress, RATE_LIMIT_ACCOUNT_FAILURES: perName } = settings();
  return {
    address:
      perAddress === 0
        ? null
        : { key: await addressKey(address), limit: perAddress, windowSeconds: ADDRESS_WINDOW_SECONDS },
    identifier:
      perName === 0 || identifier === undefined
        ? null
        : { key: await identifierKey(identifier), limit: perName, windowSeconds: TYPED_NAME_WINDOW_SECONDS },
  };
}

async function count(counters: Counters): Promise<{ by: "redis" | "postgres"; counts: Counts }> {
  const { address, identifier } = counters;
  if (address === null && identifier === null) return { by: "postgres", counts: { address, identifier } };
  const inRedis = await countInRedis(counters);
  if (inRedis) return { by: "redis", counts: inRedis };
  try {
    return { by: "postgres", counts: await countInPostgres(counters) };
  } catch (error) {
    if (!isOutage(error)) throw error;
    throw new Problem("SERVICE_UNAVAILABLE", { retryAfterSeconds: 5, cause: error });
  }
}
