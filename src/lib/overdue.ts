// An answer that isn't there in time says that something we stand on may hang. Whoever can make it anew listens.

const listeners = new Set<() => void>();

export function whenOverdue(listener: () => void) {
  listeners.add(listener);
}

export function reportOverdue() {
  for (const listener of listeners) listener();
}
