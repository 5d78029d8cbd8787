import { and, eq, gt, lte, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { columnNames, inSeconds, now, type Value } from "@/db/sql";
import { attemptCounters } from "@/db/tables";
import {
  type Count,
  type Counted,
  type Counter,
  FIRST_WAIT_SECONDS,
  JUDGED_WITHIN_SECONDS,
  LONGEST_WAIT_SECONDS,
  REMEMBERED_SECONDS,
} from "./counter";

// Guesses are counted before they are judged, and stay counted unless they turn out right. So a process that dies in
// between has counted a wrong one.

const { key, points, pending, pendingUntil, blockedUntil, startedAt, expiresAt } = attemptCounters;

const given = (what: keyof Counter) => sql.placeholder(`identifier.${what}`);
const limit = sql`${given("limit")}::int`;

const isOver = lte(expiresAt, now);
const unjudged = sql`(case when ${pendingUntil} > now() then ${pending} else 0 end)`;

/** The moment until which the guess after this many has to wait. */
function waitAfter(count: SQL) {
  return sql`case when ${count} >= ${limit} then now() + make_interval(secs =>
    least(${LONGEST_WAIT_SECONDS}::int, ${FIRST_WAIT_SECONDS}::int * power(2, least(${count} - ${limit}, 20)))) end`;
}

function windowAfter(count: SQL, otherwise: SQL) {
  return sql`case when ${count} >= ${limit} then ${inSeconds(REMEMBERED_SECONDS)} else ${otherwise} end`;
}

/** The part of a `with` that counts one guess; no row where it has to wait. */
export function countingGuess(condition: SQL) {
  const outcome = {
    points: sql<number>`${points}`.as("guess_points"),
    window: sql<string>`${startedAt}::text`.as("guess_window"),
  };
  const isFree = sql`${isOver} or ${points} < ${limit} or (${blockedUntil} <= now() and ${unjudged} = 0)`;
  const count = sql`(case when ${isOver} then 1 else ${points} + 1 end)`;
  const fresh = inSeconds(sql`${given("windowSeconds")}::int`);
  const all = columnNames(key, points, pending, pendingUntil, blockedUntil, expiresAt);
  return db.$with("by_identifier", outcome).as(sql`
    insert into ${attemptCounters} (${all})
    select ${given("key")}::text, 1, 1, ${inSeconds(JUDGED_WITHIN_SECONDS)}, ${waitAfter(sql`1`)},
      ${windowAfter(sql`1`, fresh)}
    where ${given("key")}::text is not null and ${condition}
    on conflict (${columnNames(key)}) do update set
      ${columnNames(points)} = ${count},
      ${columnNames(pending)} = case when ${isOver} then 1 else ${unjudged} + 1 end,
      ${columnNames(pendingUntil)} = excluded.${columnNames(pendingUntil)},
      ${columnNames(blockedUntil)} = ${waitAfter(count)},
      ${columnNames(startedAt)} = case when ${isOver} then excluded.${columnNames(startedAt)} else ${startedAt} end,
      ${columnNames(expiresAt)} = ${windowAfter(count, sql`case when ${isOver} then ${fresh} else ${expiresAt} end`)}
    where ${isFree}
    returning ${points} as guess_points, ${startedAt}::text as guess_window`);
}

const findState = db
  .select({
    points,
    unjudged: sql<number>`${unjudged}::int`,
    waitSeconds: sql<number>`ceil(extract(epoch from ${blockedUntil} - now()))::int`,
  })
  .from(attemptCounters)
  .where(and(eq(key, sql.placeholder("key")), gt(expiresAt, now)))
  .prepare("find_guesses");

/** Why a guess was not counted: by what is judged already, or only by what is still being judged. */
export async function findDeniedGuess({ key, limit }: Counter): Promise<Count> {
  const [state] = await findState.execute({ key });
  // Gone between the two statements: the next try finds room.
  if (state === undefined) return { denied: true, undecided: true, retryAfterSeconds: 1, window: "" };
  const undecided = state.points - state.unjudged < limit;
  return { denied: true, undecided, retryAfterSeconds: Math.max(state.waitSeconds ?? 1, 1), window: "" };
}

/** Of a guess that was counted, or in a prepared statement the places for it. */
type Guess = Record<"key" | "limit" | "window", Value>;

/** The window that a guess was counted in, if it still goes on. As text: a Date has no microseconds. */
function isWindowOf({ key: name, window }: Omit<Guess, "limit">) {
  return and(eq(key, name as string), eq(startedAt, sql`${window}::text::timestamptz`), gt(expiresAt, now));
}

/** One that was right was no guess: one less, in the window that it was counted in. */
export function givingBack(counted: Guess, condition = sql`true`) {
  const left = sql`${points} - 1`;
  return db
    .update(attemptCounters)
    .set({
      points: left,
      pending: sql`greatest(${pending} - 1, 0)`,
      blockedUntil: sql`case when ${left} >= ${counted.limit}::int then now() end`,
      expiresAt: sql`case when ${left} >= ${counted.limit}::int then ${expiresAt}
        else least(${expiresAt}, ${startedAt} + make_interval(secs => ${LONGEST_WAIT_SECONDS})) end`,
    })
    .where(and(isWindowOf(counted), gt(points, 0), condition));
}

/** One that was wrong stays counted, and nobody needs to wait for its outcome any more. */
export function keeping(counted: Counted, condition = sql`true`) {
  return db
    .update(attemptCounters)
    .set({ pending: sql`greatest(${pending} - 1, 0)` })
    .where(and(isWindowOf(counted), condition));
}
