/** What is to be counted: how many are let through in the window that the first one opens. */
export type Counter = { key: string; limit: number; windowSeconds: number };

/** Null where there is nothing to count, or the limit is off. */
export type Counters = { address: Counter | null; identifier: Counter | null };

/** How it went. `window` tells this window from the next one of the same key. */
export type Count = { denied: boolean; retryAfterSeconds: number; window: string };

export type Counts = { address: Count | null; identifier: Count | null };

/** What may be given back, in the very window that it was counted in. */
export type Counted = { key: string; limit: number; window: string };
