import postgres, { type Sql } from "postgres";
import { databaseAddress } from "@/lib/database-address.mjs";
import { log } from "@/lib/log";
import { whenLate } from "@/lib/overdue.mjs";
import { settings } from "@/lib/settings";
import { isSilent } from "./silence";

const STATEMENT_TIMEOUT_MS = 3_000;
// Behind a pooler they stand at the role, which `npm run doctor` looks at.
const LIMITS = {
  statement_timeout: STATEMENT_TIMEOUT_MS,
  lock_timeout: STATEMENT_TIMEOUT_MS,
  idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS,
};
const LEAST_AGE_MS = 5_000;
const LAST_ANSWERS_SECONDS = 4;

type Pool = { sql: Sql; openedAt: number; isDoubted: boolean };

// Kept on globalThis: a build has several copies of this module and hot reload makes more, and each would open a pool of its own.
const KEY = Symbol.for("gatehouse.database");
const shared = globalThis as { [KEY]?: Pool };

/** The pool, opened at the first call. The product asks through db/client.ts; tests look at the rows by it. */
export function database(): Sql {
  shared[KEY] ??= { sql: connect(), openedAt: performance.now(), isDoubted: false };
  return shared[KEY].sql;
}

function connect(): Sql {
  const { DATABASE_URL, DATABASE_POOL_MAX } = settings();
  const { options, pooled } = databaseAddress(DATABASE_URL);
  const client = postgres({
    ...options,
    max: DATABASE_POOL_MAX,
    idle_timeout: undefined,
    // A connection is made anew now and then, so that a failed-over or re-balanced server is noticed.
    max_lifetime: 60 * 30,
    connect_timeout: 3,
    backoff: (retries) => Math.min(0.1 * 2 ** Math.min(retries, 4), 1),
    onnotice: () => {},
    connection: {
      application_name: "gatehouse",
      TimeZone: "UTC",
      ...options.connection,
      ...(!pooled && LIMITS),
    },
  });
  // Drizzle hands JSON over as text already; postgres.js would quote it a second time.
  for (const json of [114, 3802]) client.options.serializers[json] = (value: unknown) => value;
  return client;
}

/** Opens the connections that DATABASE_POOL_MIN asks for, so that the first requests don't wait for them. */
export async function warmDatabase() {
  const { DATABASE_POOL_MIN } = settings();
  const sql = database();
  await Promise.all(Array.from({ length: DATABASE_POOL_MIN }, () => sql`select pg_sleep(0.01)`));
}

/** Closes the pool; the next call opens another. For the end of the process and for tests. */
export async function closeDatabase() {
  const pool = shared[KEY];
  shared[KEY] = undefined;
  await pool?.sql.end({ timeout: 2 });
}

whenLate(() => void renewConnections());

/**
 * An answer that is late may be so for its own reasons, and a pool that works is worth keeping: others would lose what they
 * wait for, and many instances at once the server's last connections. But a connection may have fallen silent without being closed,
 * as after a failover, and would be waited on for ever. Where one has, the next call opens others.
 */
export async function renewConnections() {
  const pool = shared[KEY];
  if (pool === undefined || pool.isDoubted || performance.now() - pool.openedAt < LEAST_AGE_MS) return;
  pool.isDoubted = true;
  const silent = await isSilent(pool.sql).finally(() => {
    pool.isDoubted = false;
  });
  if (!silent || shared[KEY] !== pool) return;
  shared[KEY] = undefined;
  log().warn("an answer is late, and the database says nothing: the connections are made anew");
  // Every statement ends by its limit; whoever waits for longer waits for nothing.
  void pool.sql.end({ timeout: LAST_ANSWERS_SECONDS });
}
