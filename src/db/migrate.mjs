import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyPending } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

// Plain JavaScript, so that a container can run it with Node alone.

const FOLDER = fileURLToPath(new URL("../../drizzle", import.meta.url));

// Any constant will do, so long as every copy of the product uses the same one.
const LOCK = 4_730_211_905;

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
    const before = await countApplied(client);
    await applyPending(drizzle(client), { migrationsFolder: FOLDER });
    const applied = (await countApplied(client)) - before;
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
    for (let step = 0; step < steps; step++) {
      if ((await countApplied(client)) === 0) return;
      await client.begin(async (tx) => {
        const [row] =
          await tx`select id, created_at from drizzle.__drizzle_migrations order by created_at desc limit 1`;
        const migration = listMigrations().find((entry) => entry.when === Number(row?.created_at));
        if (!row || !migration)
          throw new Error("The newest migration in the database is not one of this version.");
        await tx.unsafe(readFileSync(`${FOLDER}/down/${migration.tag}.sql`, "utf8")).simple();
        await tx`delete from drizzle.__drizzle_migrations where id = ${row.id}`;
        log?.(`Took back ${migration.tag}.`);
      });
    }
  });
}

/**
 * @param {string} databaseUrl
 * @param {(client: postgres.Sql) => Promise<void>} work
 */
async function underLock(databaseUrl, work) {
  const client = postgres(databaseUrl, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    await client`select pg_advisory_lock(${LOCK})`;
    await work(client);
  } finally {
    await client.end({ timeout: 5 });
  }
}

/** @param {postgres.Sql} client */
async function countApplied(client) {
  const [table] = await client`select to_regclass('drizzle.__drizzle_migrations') is not null as known`;
  if (!table?.known) return 0;
  const [row] = await client`select count(*)::int as count from drizzle.__drizzle_migrations`;
  return row?.count ?? 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const url = process.env.DATABASE_URL;
  if (!url) {
    console.error("DATABASE_URL is not set. `npm run db:migrate` starts the embedded server for you.");
    process.exit(1);
  }
  const steps = Number(process.argv[3] ?? 1);
  const run =
    process.argv[2] === "down"
      ? migrateDown(url, { steps, log: console.log })
      : migrate(url, { log: console.log });
  run.catch((error) => {
    console.error(`Migrating failed: ${error.message}`);
    process.exit(1);
  });
}
