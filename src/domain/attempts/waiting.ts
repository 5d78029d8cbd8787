// Who waits for the outcome of guesses that others make for the same name. Those of this process are told at once; of
// other instances one looks again now and then.

const LONGEST_MS = 2_000;
const LOOK_AGAIN_MS = 250;
const MOST_WAITING = 32;

const waiting = new Map<string, Set<() => void>>();

/** Yields whenever it is worth looking again, for two seconds at most; not at all where many wait already. */
export async function* outcomeOf(key: string): AsyncGenerator<void> {
  const until = performance.now() + LONGEST_MS;
  const others = waiting.get(key) ?? new Set();
  while (performance.now() < until && others.size < MOST_WAITING) {
    await told(key, Math.min(LOOK_AGAIN_MS, until - performance.now()));
    yield;
  }
}

export function tellOutcome(key: string) {
  for (const wake of waiting.get(key) ?? []) wake();
}

function told(key: string, ms: number): Promise<void> {
  const others = waiting.get(key) ?? new Set();
  waiting.set(key, others);
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      others.delete(wake);
      if (others.size === 0) waiting.delete(key);
      resolve();
    };
    const timer = setTimeout(wake, ms);
    others.add(wake);
  });
}
