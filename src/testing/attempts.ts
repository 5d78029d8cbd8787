import { expect } from "vitest";
import { database } from "@/db/pool";
import { countAttempt } from "@/domain/attempts/attempts";
import { Problem } from "@/lib/errors";
import { timed } from "./servers/slowness.mjs";

export const LIMITS = { RATE_LIMIT_AUTH_PER_MINUTE: "5", RATE_LIMIT_ACCOUNT_FAILURES: "10" };
export const NAMES_ONLY = { ...LIMITS, RATE_LIMIT_AUTH_PER_MINUTE: "0" };

let count = 0;

/** An address that no test before has used. */
export function someone() {
  count++;
  return `198.${count >> 8}.${count & 255}.7`; // each in a network of its own
}

export async function times(number: number, attempted: Parameters<typeof countAttempt>[0]) {
  const results = await Promise.all(Array.from({ length: number }, () => countAttempt(attempted)));
  return results.map(({ deniedBy }) => deniedBy);
}

export function passed(results: (string | null)[]) {
  return results.filter((deniedBy) => deniedBy === null).length;
}

export async function problemOf(promise: Promise<unknown>) {
  const reason = await promise.then(
    () => "no problem",
    (error: unknown) => error,
  );
  expect(reason).toBeInstanceOf(Problem);
  return reason as Problem;
}

export async function msOf(work: () => Promise<unknown>) {
  return (await timed(work)).ms;
}

/** As if that long had passed since everything that was counted. */
export async function passTime(seconds: number) {
  await database()`update attempt_counters set expires_at = expires_at - make_interval(secs => ${seconds})`;
}
