import { isIP } from "node:net";
import { settings } from "@/lib/settings";

/** Set by the guard in front of Next, which has seen the socket and has rewritten X-Forwarded-For to one true address. */
const GUARDED = Symbol.for("gatehouse.guarded");

/** Whose request this is, as far as it can be believed. Null where nothing can be: then all such callers count as one. */
export function clientAddress(headers: Headers): string | null {
  const hops = (headers.get("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim());
  const guarded = (globalThis as { [GUARDED]?: boolean })[GUARDED] === true;
  const fromRight = guarded ? 1 : settings().TRUSTED_PROXY_HOPS;
  const address = fromRight === 0 ? undefined : hops.at(-fromRight);
  return address !== undefined && isIP(address) !== 0 ? address : null;
}
