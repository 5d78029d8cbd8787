const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Whether a host, as URL writes it, is this very machine. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.has(hostname);
}
