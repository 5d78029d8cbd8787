import { createHmac } from "node:crypto";
import { isNotNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/tables";
import { dummyLike } from "@/lib/hashing/formats.mjs";
import { deriveKey } from "@/lib/keys";

// An account of another system, brought along with its hash, takes as long to judge as that hash is dear. If only names
// that don't exist always took as long as a new hash does, everybody could list such accounts.

type Kinds = { dummies: { hash: string; upTo: number }[]; total: number };

const FRESH_MS = 10 * 60_000;

let known: { at: number; kinds: Promise<Kinds> } | undefined;

/** What to judge in place of the hash of an account that isn't there: of the kinds that there are, always the same for a name. */
export async function dummyHashFor(identifier: string): Promise<string | null> {
  const { dummies, total } = await currentKinds();
  if (total === 0) return null;
  const digest = createHmac("sha256", await deriveKey("dummy-hash"))
    .update(identifier)
    .digest();
  const at = digest.readUIntBE(0, 6) % total;
  return dummies.find(({ upTo }) => at < upTo)?.hash ?? null;
}

/** For tests: looks at the table again. */
export function forgetKinds() {
  known = undefined;
}

/** Read once in a while: it is a walk through the whole table, and nobody waits for the later ones. */
function currentKinds(): Promise<Kinds> {
  if (known !== undefined && Date.now() - known.at < FRESH_MS) return known.kinds;
  const before = known?.kinds;
  const kinds = readKinds();
  known = { at: Date.now(), kinds };
  kinds.then(
    () => {},
    () => {
      known = undefined;
    },
  );
  return before ?? kinds;
}

/** Kind and cost, the first words of a hash: its salt is no part of them. */
const cost = sql<string>`case when ${users.hashedPassword} like '$argon2%'
  then split_part(${users.hashedPassword}, '$', 2) || '$' || split_part(${users.hashedPassword}, '$', 3) || '$'
    || split_part(${users.hashedPassword}, '$', 4)
  else split_part(${users.hashedPassword}, '$', 2) || '$' || split_part(${users.hashedPassword}, '$', 3) end`;

async function readKinds(): Promise<Kinds> {
  const rows = await db
    .select({ cost: cost.as("cost"), count: sql<number>`count(*)::int` })
    .from(users)
    .where(isNotNull(users.hashedPassword))
    .groupBy(sql`cost`)
    .orderBy(sql`cost`);
  let total = 0;
  const dummies = rows.flatMap((row) => {
    const hash = dummyLike(row.cost);
    if (hash === null) return [];
    total += row.count;
    return [{ hash, upTo: total }];
  });
  return { dummies, total };
}
