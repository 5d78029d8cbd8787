import { createHmac } from "node:crypto";
import { isIPv6 } from "node:net";
import { database } from "@/db/client";
import { Fault } from "@/lib/errors";
import { deriveKey } from "@/lib/keys";
import { settings } from "@/lib/settings";

const ADDRESS_WINDOW_SECONDS = 60;
const NAME_WINDOW_SECONDS = 15 * 60;

/** `typedName` in its canonical form, whether there is such an account or not. */
export type Attempt = { address: string | null; typedName?: string };

export type AttemptResult = { deniedBy: "address" | "typedName" | null; retryAfterSeconds: number };

type Counted = {
  address_points: number;
  address_seconds: number;
  name_points: number | null;
  name_seconds: number | null;
};

/**
 * Counts one attempt, of the address and of the typed name, in one statement. A denied attempt prolongs no window, and
 * one that the address is denied doesn't count for the name. The address is locked first, always.
 */
export async function countAttempt({ address, typedName }: Attempt): Promise<AttemptResult> {
  const { RATE_LIMIT_AUTH_PER_MINUTE: perAddress, RATE_LIMIT_ACCOUNT_FAILURES: perName } = settings();
  const sql = database();
  const most = perAddress || 2_000_000_000;
  const [row] = await sql<[Counted]>`
    with address as (
      insert into attempt_counters as c (key, points, expires_at)
      values (${addressKey(address)}, 1, now() + make_interval(secs => ${ADDRESS_WINDOW_SECONDS}))
      on conflict (key) do update set
        points = case when c.expires_at <= now() then 1 else least(c.points + 1, ${most + 1}) end,
        expires_at = case when c.expires_at <= now() then excluded.expires_at else c.expires_at end
      returning points, extract(epoch from expires_at - now()) as seconds
    ), name as (
      insert into attempt_counters as c (key, points, expires_at)
      select ${await nameKey(typedName)}, 1, now() + make_interval(secs => ${NAME_WINDOW_SECONDS})
      from address where points <= ${most} and ${typedName !== undefined && perName > 0}
      on conflict (key) do update set
        points = case when c.expires_at <= now() then 1 else least(c.points + 1, ${perName + 1}) end,
        expires_at = case when c.expires_at <= now() then excluded.expires_at else c.expires_at end
      returning points, extract(epoch from expires_at - now()) as seconds
    )
    select address.points as address_points, ceil(address.seconds)::int as address_seconds,
      name.points as name_points, ceil(name.seconds)::int as name_seconds
    from address left join name on true
  `;
  if (row.address_points > most)
    return { deniedBy: "address", retryAfterSeconds: Math.max(row.address_seconds, 1) };
  if (row.name_points !== null && row.name_points > perName) {
    return { deniedBy: "typedName", retryAfterSeconds: Math.max(row.name_seconds ?? 1, 1) };
  }
  return { deniedBy: null, retryAfterSeconds: 0 };
}

/** The same for what is limited by address alone: too many is the end of it. */
export async function requireAttempt({ address }: { address: string | null }) {
  const { deniedBy, retryAfterSeconds } = await countAttempt({ address });
  if (deniedBy) throw new Fault("RATE_LIMIT_EXCEEDED", { retryAfterSeconds });
}

/** The password was right: what was counted for the name before the hash was no failure. */
export async function giveBackAttempt({ typedName }: { typedName: string }) {
  if (settings().RATE_LIMIT_ACCOUNT_FAILURES === 0) return;
  await database()`
    update attempt_counters set points = points - 1 where key = ${await nameKey(typedName)} and points > 0
  `;
}

function addressKey(address: string | null) {
  return `address ${address === null ? "unknown" : isIPv6(address) ? prefix64(address) : address}`;
}

/** A household or a server gets a /64, and so as many addresses as it likes. */
function prefix64(address: string) {
  const [head = "", tail = ""] = address.split("::");
  const left = head.split(":").filter(Boolean);
  const right = tail.split(":").filter(Boolean);
  const groups = address.includes("::")
    ? [...left, ...Array(8 - left.length - right.length).fill("0"), ...right]
    : left;
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}

/** What people type there isn't kept in clear: it may be somebody's address, or a password in the wrong field. */
async function nameKey(typedName: string | undefined) {
  return `name ${createHmac("sha256", await deriveKey("rate-limit"))
    .update(typedName ?? "")
    .digest("hex")}`;
}
