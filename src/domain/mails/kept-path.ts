const MOST_KEPT = 500;

/** What waits in a row must hold no token of a link; what is longer than any page of ours leads to the first one. */
export function keptPath(path: string): string {
  return path.length > MOST_KEPT || /token/i.test(path) ? "/" : path;
}
