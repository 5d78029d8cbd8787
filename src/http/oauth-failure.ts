/** Why, and no more: what an error brings along may be all that the provider said of somebody. */
export function reasonsOf(error: unknown): string[] {
  const reasons: string[] = [];
  let cause = error;
  while (cause instanceof Error && reasons.length < 5) {
    // A parser's words quote what it couldn't read.
    reasons.push(cause instanceof SyntaxError ? cause.name : `${cause.name}: ${cause.message}`);
    const next: unknown = cause.cause;
    cause = next instanceof Error ? next : (next as { err?: unknown } | undefined)?.err;
  }
  return reasons;
}
