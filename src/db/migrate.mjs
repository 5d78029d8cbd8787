import { readFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyPending } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { NAME } from "../lib/brand.mjs";
import { databaseAddress } from "../lib/database-address.mjs";
import { resolveEnvironment } from "../lib/environment.mjs";

// Plain JavaScript, so that a container can run it with Node alone.

const FOLDER = fileURLToPath(new URL("../../drizzle", import.meta.url));

// Any constant will do, so long as every copy of the product uses the same one.
const LOCK = 4_730_211_905;
// A table that a request holds is waited for so long, then let go, so that nothing queues up behind a migration; and tried again.
// And a big table takes its time, whatever limits the role has for requests.
// As long as can be said: the driver leaves out a zero.
const UNLIMITED_MS = 2 ** 31 - 1;
const LIMITS = {
  lock_timeout: 5_000,
  statement_timeout: UNLIMITED_MS,
  idle_in_transaction_session_timeout: UNLIMITED_MS,
};
const ATTEMPTS = 5;
const LOCK_POLL_MS = 200;
const LOCK_NOT_AVAILABLE = "55P03";

/** @typedef {{ tag: string, when: number }} Migration */

/** @returns {Migration[]} */
function listMigrations() {
  return JSON.parse(readFileSync(`${FOLDER}/meta/_journal.json`, "utf8")).entries;
}

/**
 * Brings the schema up to date. Any number may call it at once: one works, the others wait and find it done.
 *
 * @param {string} databaseUrl
 * @param {{ log?: (line: string) => void }} [options]
 */
export async function migrate(databaseUrl, { log } = {}) {
  await underLock(databaseUrl, async (client) => {
    const before = await listApplied(client);
    const known = listMigrations().map(({ when }) => when);
    if (before.some((when) => when > Math.max(...known))) {
      throw new Error(`The schema is of a newer version of ${NAME} than this one: start that version.`);
    }
    await patiently(() => applyPending(drizzle(client), { migrationsFolder: FOLDER }), log);
    const applied = (await listApplied(client)).length - before.length;
    log?.(
      applied === 0
        ? "The schema is up to date."
        : `Applied ${applied} migration${applied === 1 ? "" : "s"}.`,
    );
  });
}

/**
 * Takes back the newest migrations, each in a transaction of its own.
 *
 * @param {string} databaseUrl
 * @param {{ steps?: number, log?: (line: string) => void }} [options]
 */
export async function migrateDown(databaseUrl, { steps = 1, log } = {}) {
  await underLock(databaseUrl, async (client) => {
    const applied = (await listApplied(client)).length;
    if (!Number.isInteger(steps) || steps < 1 || steps > applied) {
      throw new Error(`How many are to be taken back must be a number from 1 to ${applied}.`);
    }
    for (let step = 0; step < steps; step++) {
      await patiently(() => client.begin((tx) => takeBackNewest(tx, log)), log);
    }
  });
}

/**
 * @param {postgres.TransactionSql} tx
 * @param {((line: string) => void) | undefined} log
 */
async function takeBackNewest(tx, log) {
  const [row] =
    await tx`select id, created_at from drizzle.__drizzle_migrations order by created_at desc limit 1`;
  const migration = listMigrations().find((entry) => entry.when === Number(row?.created_at));
  if (!row || !migration) throw new Error("The newest migration in the database is not one of this version.");
  await tx.unsafe(readFileSync(`${FOLDER}/down/${migration.tag}.sql`, "utf8")).simple();
  await tx`delete from drizzle.__drizzle_migrations where id = ${row.id}`;
  log?.(`Took back ${migration.tag}.`);
}

/**
 * @param {() => Promise<unknown>} work
 * @param {((line: string) => void) | undefined} log
 */
async function patiently(work, log) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const { code, cause } = /** @type {Error & { code?: string, cause?: { code?: string } }} */ (error);
      if ((code ?? cause?.code) !== LOCK_NOT_AVAILABLE || attempt === ATTEMPTS) throw error;
      log?.(`A table is in use; trying again (${attempt} of ${ATTEMPTS}).`);
    }
  }
}

/**
 * One at a time on all machines. The lock is a transaction's, on a connection of its own: it can't be left behind in a pooler, and
 * goes with whoever held it.
 *
 * @param {string} databaseUrl
 * @param {(client: postgres.Sql) => Promise<void>} work
 */
async function underLock(databaseUrl, work) {
  const { options, pooled } = databaseAddress(databaseUrl);
  // A pooler takes no such settings. There a table in use is waited for, and the role's own limits hold.
  const connection = { ...options.connection, ...(!pooled && LIMITS) };
  const common = { ...options, connection, max: 1, onnotice: () => {}, connect_timeout: 10 };
  const guard = postgres(common);
  const client = postgres(common);
  try {
    while (!(await guard.begin((tx) => whenLocked(tx, () => work(client))))) await sleep(LOCK_POLL_MS);
  } finally {
    await Promise.all([guard.end({ timeout: 5 }), client.end({ timeout: 5 })]);
  }
}

/**
 * Whoever has to wait lets go meanwhile: a pooler's few connections would all be taken by those who wait.
 *
 * @param {postgres.TransactionSql} tx
 * @param {() => Promise<void>} work
 * @returns {Promise<boolean>} whether it was this one's turn
 */
async function whenLocked(tx, work) {
  const [row] = await tx`select pg_try_advisory_xact_lock(${LOCK}) as locked`;
  if (!row?.locked) return false;
  await tx`select set_config(name, '0', true) from pg_settings
    where name in ('statement_timeout', 'idle_in_transaction_session_timeout')`;
  await work();
  return true;
}

/**
 * @param {postgres.Sql} client
 * @returns {Promise<number[]>} when each was made
 */
async function listApplied(client) {
  const [table] = await client`select to_regclass('drizzle.__drizzle_migrations') is not null as known`;
  if (!table?.known) return [];
  const rows = await client`select created_at from drizzle.__drizzle_migrations`;
  return rows.map(({ created_at }) => Number(created_at));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runMigrate(process.argv.slice(2)).catch((error) => {
    console.error(`Migrating failed: ${error.message}`);
    process.exit(1);
  });
}

/**
 * As it is called by hand.
 *
 * @param {string[]} args
 */
export async function runMigrate(args) {
  resolveEnvironment();
  const url = process.env.DATABASE_URL_DIRECT || process.env.DATABASE_URL;
  if (!url)
    throw new Error("DATABASE_URL is not set. `npm run db:migrate` starts the embedded server for you.");
  if (args[0] !== "down") return await migrate(url, { log: console.log });
  const steps = Number(args.slice(1).find((word) => word !== "--yes") ?? 1);
  if (!args.includes("--yes") && !(await confirmed(steps))) return console.log("Nothing was taken back.");
  await migrateDown(url, { steps, log: console.log });
}

/**
 * What a migration made goes with it, and what stood in it.
 *
 * @param {number} steps
 */
async function confirmed(steps) {
  if (!process.stdin.isTTY) throw new Error("To take migrations back without being asked, add --yes.");
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`Take back ${steps}, with all data in what they made? (yes/no) `);
  terminal.close();
  return answer.trim() === "yes";
}
