import { inArray, lte, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { columnNames, inSeconds, now } from "@/db/sql";
import { attemptCounters } from "@/db/tables";
import { COUNTED, type Count, type Counter, type CounterName, type Counters, type Counts } from "./counter";
import { countingGuess, findDeniedGuess } from "./postgres-guesses";

const PURGE_EVERY_MS = 60_000;
const MOST_PURGED = 10_000;

let purgedAt = Date.now();

const { key, points, startedAt, expiresAt } = attemptCounters;

/** What a counter says of an attempt, under names of its own: of several counters in one statement, whose is whose. */
function outcomeOf(name: CounterName) {
  return {
    denied: sql<boolean>`${points} > ${sql.placeholder(`${name}.limit`)}::int`.as(`${name}_denied`),
    retryAfterSeconds: sql<number>`greatest(1, ceil(extract(epoch from ${expiresAt} - now())))::int`.as(
      `${name}_retry_after`,
    ),
    window: sql<string>`${startedAt}::text`.as(`${name}_window`),
  };
}

/** The part of a `with` that counts one attempt by the counter whose parameters begin with this name. */
function counting(name: Exclude<CounterName, "identifier">, condition: SQL) {
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

type Counting = ReturnType<typeof counting>;

function isDenied(...counted: Counting[]) {
  const denials = counted.map((by) => sql`exists (select from ${by} where ${by.denied})`);
  return sql`(${sql.join(denials, sql` or `)})`;
}

const byAddress = counting("address", sql`true`);
const byNear = counting("near", sql`not ${isDenied(byAddress)}`);
const byFar = counting("far", sql`not ${isDenied(byAddress, byNear)}`);
const byIdentifier = countingGuess(sql`not ${isDenied(byAddress, byNear, byFar)}`);

const countAll = db
  .with(byAddress, byNear, byFar, byIdentifier)
  .select({
    address: fieldsOf(byAddress),
    near: fieldsOf(byNear),
    far: fieldsOf(byFar),
    identifier: { points: byIdentifier.points, window: byIdentifier.window },
  })
  .from(byAddress)
  .fullJoin(byNear, sql`true`)
  .fullJoin(byFar, sql`true`)
  .fullJoin(byIdentifier, sql`true`)
  .prepare("count_attempt");

function fieldsOf({ denied, retryAfterSeconds, window }: Counting) {
  return { denied, retryAfterSeconds, window };
}

/**
 * One statement for all. They come in one order, always, so that no two statements can wait for each other; one that is
 * denied leaves the later ones alone. Points of an address above the limit are the denied ones, and stand for nothing.
 */
export async function countInPostgres(counters: Counters): Promise<Counts> {
  const [row] = await countAll.execute(
    Object.assign({}, ...COUNTED.map((name) => parametersOf(name, counters[name]))),
  );
  purgeNowAndThen();
  const counts = { address: countIn(row?.address), near: countIn(row?.near), far: countIn(row?.far) };
  const isFree = !Object.values(counts).some((count) => count?.denied);
  return { ...counts, identifier: isFree ? await guessIn(counters.identifier, row?.identifier) : null };
}

/** All of it is null where that counter had nothing to count. */
function countIn(fields: { [K in keyof Count]: Count[K] | null } | null | undefined): Count | null {
  return fields?.window ? (fields as Count) : null;
}

type GuessFields = { points: number | null; window: string | null } | null | undefined;

async function guessIn(counter: Counter | null, fields: GuessFields): Promise<Count | null> {
  if (counter === null) return null;
  const { points, window } = fields ?? {};
  if (points && window) return { denied: false, retryAfterSeconds: 0, window, points };
  return findDeniedGuess(counter);
}

function parametersOf(name: CounterName, counter: Counter | null) {
  const { key, limit, windowSeconds } = counter ?? { key: null, limit: 0, windowSeconds: 0 };
  return { [`${name}.key`]: key, [`${name}.limit`]: limit, [`${name}.windowSeconds`]: windowSeconds };
}

export async function forgetInPostgres(keys: string[]) {
  await db.delete(attemptCounters).where(inArray(key, keys));
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
