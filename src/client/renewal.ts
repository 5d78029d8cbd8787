import { codeOf, type ErrorCode } from "./api-error";
import type { components } from "./schema";

/** The result of a renewal: the new lifetime, an ended session, or unknown for now. */
export type Renewal = { expiresInSeconds: number } | "ended" | "unknown";

type Refused = { outcome: "refused"; code: ErrorCode | undefined };
/** Unknown: the server is busy or unreachable. `fail` ends the call that needed the renewal. */
type Unknown = { outcome: "unknown"; fail: () => Response };

export type RenewalAnswer =
  | { outcome: "renewed"; tokens: components["schemas"]["Tokens"] }
  | Refused
  | Unknown;
export type RenewalOutcome = { outcome: "renewed"; expiresInSeconds: number } | Refused | Unknown;

export const RENEWAL_PATH = "/api/v1/auth/refresh";

const ANSWER_WITHIN_MS = 5_000;
const WAITS_MS = [200, 1_000];

/** A little less than the server's grace time for the previous token. */
const REPEATABLE_MS = 8_000;

/**
 * Renews, and retries if the response was lost: the server may have renewed anyway. After the grace time, a retry
 * would look like a stolen token and end the session.
 */
export async function askForRenewal(
  send: (signal: AbortSignal) => Promise<Response>,
): Promise<RenewalAnswer> {
  const started = Date.now();
  for (let attempt = 0; ; attempt++) {
    const answer = await send(AbortSignal.timeout(ANSWER_WITHIN_MS)).then(read).catch(unreachable);
    const wait = WAITS_MS[attempt];
    const isLast = wait === undefined || Date.now() + wait - started > REPEATABLE_MS;
    if (answer.outcome !== "unknown" || isLast) return answer;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

async function read(response: Response): Promise<RenewalAnswer> {
  if (response.ok) return { outcome: "renewed", tokens: await response.json() };
  if (response.status === 401) return { outcome: "refused", code: await codeOf(response) };
  return { outcome: "unknown", fail: () => response.clone() };
}

function unreachable(error: unknown): RenewalAnswer {
  return {
    outcome: "unknown",
    fail: () => {
      throw error;
    },
  };
}

/** Concurrent calls share one run and its result. */
export function singleFlight<A extends unknown[], T>(
  work: (...args: A) => Promise<T>,
): (...args: A) => Promise<T> {
  let running: Promise<T> | undefined;
  return (...args) => {
    running ??= work(...args).finally(() => {
      running = undefined;
    });
    return running;
  };
}
