/** What is to be counted: how many are let through in the window that the first one opens. */
export type Counter = { key: string; limit: number; windowSeconds: number };

/**
 * Null where there is nothing to count, or the limit is off. `near` and `far` are the networks around the address;
 * `identifier` counts guesses, whose waits double once the limit is reached.
 */
export const COUNTED = ["address", "near", "far", "identifier"] as const;

export type CounterName = (typeof COUNTED)[number];

export type Counters = Record<CounterName, Counter | null>;

/** How it went. `window` tells this window from the next one of the same key. */
export type Count = {
  denied: boolean;
  retryAfterSeconds: number;
  window: string;
  /** Of guesses: how many this one makes; and whether only those that nobody has judged yet stand in its way. */
  points?: number;
  undecided?: boolean;
};

export type Counts = Record<CounterName, Count | null>;

/** What may be given back, in the very window that it was counted in. */
export type Counted = { key: string; limit: number; window: string; points: number };

// From the last guess that is free: the wait until the next doubles from one to the other.
export const FIRST_WAIT_SECONDS = 30;
export const LONGEST_WAIT_SECONDS = 15 * 60;
/** How long the waits are remembered: a pause that is worth as much as the guesses it would buy. */
export const REMEMBERED_SECONDS = 24 * 60 * 60;
/** A judgement takes no longer; one that never came is counted as wrong. */
export const JUDGED_WITHIN_SECONDS = 8;
