import { isGuarded } from "@/lib/guarded.mjs";
import { isLoopback } from "@/lib/loopback";
import { settings } from "@/lib/settings";

/**
 * Whether this installation is one of its own machine alone, as far as this request can tell: its address is a loopback
 * one, and the guard, who has seen the socket and every header, says that nobody asks on another's behalf. Without a guard
 * it never is.
 */
export function isLoopbackInstallation(headers: Headers): boolean {
  const { hostname } = new URL(settings().APP_URL);
  return isGuarded() && headers.get("x-gatehouse-local") === "1" && isLoopback(hostname);
}
