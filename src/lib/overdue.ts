// An answer that isn't there in time says that something we stand on may hang. Whoever can make it anew listens.

// On globalThis, since each bundle has a copy of this module, and the guard in front of the server tells of pages.
const KEY = Symbol.for("gatehouse.overdue");
const shared = globalThis as { [KEY]?: Set<() => void> };

export function whenOverdue(listener: () => void) {
  shared[KEY] ??= new Set();
  shared[KEY].add(listener);
}

export function reportOverdue() {
  for (const listener of shared[KEY] ?? []) listener();
}
