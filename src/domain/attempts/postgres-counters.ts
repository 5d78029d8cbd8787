import { and, eq, gt, inArray, lte, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { columnNames, inSeconds, now } from "@/db/sql";
import { attemptCounters } from "@/db/tables";
import type { Count, Counted, Counter, Counters, Counts } from "./counter";

const PURGE_EVERY_MS = 60_000;
const MOST_PURGED = 10_000;

let purgedAt = Date.now();

const { key, points, expiresAt } = attemptCounters;

/** What a counter says of an attempt, under names of its own: of two counters in one statement, whose is whose. */
function outcomeOf(name: keyof Counts) {
  return {
    denied: sql<boolean>`${points} > ${sql.placeholder(`${name}.limit`)}::int`.as(`${name}_denied`),
    retryAfterSeconds: sql<number>`greatest(1, ceil(extract(epoch from ${expiresAt} - now())))::int`.as(
      `${name}_retry_after`,
    ),
    window: sql<string>`${expiresAt}::text`.as(`${name}_window`),
  };
}

/** The part of a `with` that counts one attempt by the counter whose parameters begin with this name. */
function counting(name: keyof Counts, condition: SQL) {
  const given = (what: keyof Counter) => sql.placeholder(`${name}.${what}`);
  const isOver = lte(expiresAt, now);
  const outcome = outcomeOf(name);
  return db.$with(`by_${name}`, outcome).as(sql`
    insert into ${attemptCounters} (${columnNames(key, points, expiresAt)})
    select ${given("key")}::text, 1, ${inSeconds(sql`${given("windowSeconds")}::int`)}
    where ${given("key")}::text is not null and ${condition}
    on conflict (${columnNames(key)}) do update set
      ${columnNames(points)} = case when ${isOver} then 1 else ${points} + 1 end,
      ${columnNames(expiresAt)} = case when ${isOver} then excluded.${columnNames(expiresAt)} else ${expiresAt} end
    returning ${sql.join(
      Object.values(outcome).map((field) => sql`${field.sql} as ${sql.identifier(field.fieldAlias)}`),
      sql`, `,
    )}`);
}

const byAddress = counting("address", sql`true`);
const isAddressDenied = sql`exists (select from ${byAddress} where ${byAddress.denied})`;
const byIdentifier = counting("identifier", sql`not ${isAddressDenied}`);

const countBoth = db
  .with(byAddress, byIdentifier)
  .select({ address: fieldsOf(byAddress), identifier: fieldsOf(byIdentifier) })
  .from(byAddress)
  .fullJoin(byIdentifier, sql`true`)
  .prepare("count_attempt");

function fieldsOf({ denied, retryAfterSeconds, window }: ReturnType<typeof counting>) {
  return { denied, retryAfterSeconds, window };
}

/**
 * One statement for both. The address comes first, always, so that no two of them can wait for each other; its being
 * denied leaves the name alone. Points above the limit are the denied ones, and stand for nothing.
 */
export async function countInPostgres({ address, identifier }: Counters): Promise<Counts> {
  const [row] = await countBoth.execute({
    ...parametersOf("address", address),
    ...parametersOf("identifier", identifier),
  });
  purgeNowAndThen();
  return { address: countIn(row?.address), identifier: countIn(row?.identifier) };
}

/** All of it is null where that counter had nothing to count. */
function countIn(fields: { [K in keyof Count]: Count[K] | null } | null | undefined): Count | null {
  return fields?.window ? (fields as Count) : null;
}

function parametersOf(name: keyof Counts, counter: Counter | null) {
  const { key, limit, windowSeconds } = counter ?? { key: null, limit: 0, windowSeconds: 0 };
  return { [`${name}.key`]: key, [`${name}.limit`]: limit, [`${name}.windowSeconds`]: windowSeconds };
}

/** One attempt less in the window that it was counted in, if that still goes on. As text: a Date has no microseconds. */
export function givingBack({ key: name, limit, window }: Counted, condition = sql`true`) {
  return db
    .update(attemptCounters)
    .set({ points: sql`least(${points}, ${limit}) - 1` })
    .where(
      and(
        eq(key, name),
        eq(expiresAt, sql`${window}::text::timestamptz`),
        gt(expiresAt, now),
        gt(points, 0),
        condition,
      ),
    );
}

/** In the background: no caller waits for it, and what fails today is done with the next one. */
function purgeNowAndThen() {
  if (Date.now() - purgedAt < PURGE_EVERY_MS) return;
  purgedAt = Date.now();
  purgeExpired().catch(() => {});
}

/** Skips what is locked, so that it waits for nobody and nobody for it. */
export async function purgeExpired() {
  const expired = db
    .select({ key })
    .from(attemptCounters)
    .where(lte(expiresAt, now))
    .limit(MOST_PURGED)
    .for("update", { skipLocked: true });
  await db.delete(attemptCounters).where(inArray(key, expired));
}
