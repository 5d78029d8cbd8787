import { Problem } from "@/lib/errors";
import { processWide } from "@/lib/process-wide.mjs";
import { settings } from "@/lib/settings";

// What one account may ask of this process in a minute, so that it can't make others wait. In memory, process by process, as
// what it would take from others is: the connections and the thread of this one. An exact count over all would cost each
// write another.

/** In points; a list without a search costs nothing. */
export const COST = { write: 2, search: 10, upload: 30, oracle: 60 } as const;

const MOST_ACCOUNTS = 10_000;
const SEARCHES_AT_ONCE = 2;
const SEARCHES_WAITING = 20;

type Spent = { points: number; at: number };
type Lane = { running: number; waiting: (() => void)[] };

const budgets = processWide("budgets", () => ({
  spent: new Map<string, Spent>(),
  lanes: new Map<string, Lane>(),
}));

/** Takes points out of an account's budget, which fills up again evenly; more than there are is the end of it. */
export function spend(userId: string, points: number) {
  const { RATE_LIMIT_USER_PER_MINUTE: perMinute } = settings();
  if (perMinute === 0 || points === 0) return;
  const { spent } = budgets;
  const now = performance.now();
  const before = spent.get(userId) ?? { points: 0, at: now };
  const left = Math.max(before.points - ((now - before.at) / 60_000) * perMinute, 0);
  const after = left + points;
  if (after > perMinute) {
    const retryAfterSeconds = Math.max(Math.ceil(((after - perMinute) / perMinute) * 60), 1);
    throw new Problem("RATE_LIMIT_EXCEEDED", { retryAfterSeconds });
  }
  spent.delete(userId);
  spent.set(userId, { points: after, at: now });
  if (spent.size > MOST_ACCOUNTS) dropOldest(spent);
}

/** Searches of one account have their turns: two at a time, however many it sends at once. */
export async function inTurn<T>(userId: string, search: () => Promise<T>): Promise<T> {
  const { lanes } = budgets;
  const lane = lanes.get(userId) ?? { running: 0, waiting: [] };
  lanes.set(userId, lane);
  if (lane.running >= SEARCHES_AT_ONCE) {
    if (lane.waiting.length >= SEARCHES_WAITING) {
      throw new Problem("RATE_LIMIT_EXCEEDED", { retryAfterSeconds: 1 });
    }
    await new Promise<void>((resolve) => lane.waiting.push(resolve));
  } else lane.running++;
  try {
    return await search();
  } finally {
    const next = lane.waiting.shift();
    if (next) next();
    else if (--lane.running === 0) lanes.delete(userId);
  }
}

/** For tests: everybody has everything again. */
export function refillBudgets() {
  budgets.spent.clear();
}

function dropOldest(spent: Map<string, Spent>) {
  const [oldest] = spent.keys();
  if (oldest !== undefined) spent.delete(oldest);
}
