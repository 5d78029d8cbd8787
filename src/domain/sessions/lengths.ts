import { type SQL, sql } from "drizzle-orm";
import type { Value } from "@/db/sql";
import { sessions } from "@/db/tables";
import { settings } from "@/lib/settings";
import { SESSION_SECONDS } from "./schema";

// The settings say how long a session may last at most; the organization may want it shorter. What it wants is read by the
// statements themselves, so that it counts on every instance at once and costs no round trip.

type Lengths = {
  session_ttl_seconds: number | null;
  session_ttl_remember_seconds: number | null;
  session_idle_seconds: number | null;
};

/** In force just now, for who tells people. `idle`: 0 is for ever. */
export function lengthsInForce(organization: Lengths) {
  const { ordinary, remembered, idle } = longestLengths();
  const { session_ttl_seconds, session_ttl_remember_seconds, session_idle_seconds } = organization;
  return {
    ordinary: shortest(ordinary, session_ttl_seconds, session_ttl_remember_seconds),
    remembered: shortest(remembered, session_ttl_remember_seconds),
    idle: shortest(idle || null, session_idle_seconds) ?? 0,
  };
}

/** Whether a tab that nobody uses must not keep its session alive. Of no organization, what the settings say. */
export function endsIdleSessions(organization: Lengths | null): boolean {
  return (organization ? lengthsInForce(organization) : longestLengths()).idle > 0;
}

/** What the settings allow. */
export function longestLengths() {
  const { JWT_REFRESH_TTL_SECONDS, JWT_REFRESH_TTL_REMEMBER_SECONDS, SESSION_IDLE_SECONDS } = settings();
  return {
    ordinary: JWT_REFRESH_TTL_SECONDS,
    remembered: JWT_REFRESH_TTL_REMEMBER_SECONDS,
    idle: SESSION_IDLE_SECONDS,
  };
}

function shortest<N extends number | null>(longest: N, ...wanted: (number | null)[]) {
  const all = [longest, ...wanted].filter((seconds) => seconds !== null);
  return (all.length > 0 ? Math.min(...all) : null) as N | (N extends null ? number : never);
}

/** Null where the organization wants none of its own. */
function wantedSeconds(persistent: Value) {
  return sql`wanted_session_seconds(${persistent}::boolean)`;
}

/** How long a session lasts that begins now. */
export function secondsOfNew({ seconds, persistent }: { seconds: Value; persistent: Value }) {
  return sql`least(${seconds}::int, ${wantedSeconds(persistent)})`;
}

/** When a session is over, also one that began before the organization wanted it shorter. */
export const endsAt = sql<Date>`least(${sessions.expiresAt},
  ${sessions.createdAt} + make_interval(secs => ${wantedSeconds(sessions.persistent)}))`.mapWith(
  sessions.expiresAt,
) as SQL<Date>;

/**
 * Who wasn't idle for longer than may be; `longest` is the settings', 0 for ever. What the organization wants is looked up only
 * for who was idle for as long as can be wanted at the least, which is more than the steps that a session's use is noted in.
 */
export function isUsedLately(longest: Value) {
  const idle = sql`least(nullif(${longest}::int, 0), wanted_idle_seconds())`;
  return sql<boolean>`(${sessions.lastUsedAt} > now() - make_interval(secs => ${SESSION_SECONDS.leastIdle}::int)
    or coalesce(${sessions.lastUsedAt} > now() - make_interval(secs => ${idle}), true))`;
}
