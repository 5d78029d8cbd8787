import { readFileSync } from "node:fs";
import path from "node:path";
import { rootCause, whyUnusable } from "../ground/database-error.mjs";
import { doubtful, right, wrong } from "../ground/finding.mjs";
import { ROOT } from "../ground/paths.mjs";

/**
 * @typedef {import("../ground/finding.mjs").Finding} Finding
 */

const LEAST_VERSION = 15;
/** The leeway that tokens are judged with. */
const CLOCK_LEEWAY_MS = 5_000;

/**
 * @param {string} databaseUrl
 * @param {{ poolMax: number, migratesItself: boolean }} installation
 * @returns {Promise<Finding[]>}
 */
export async function checkDatabase(databaseUrl, { poolMax, migratesItself }) {
  const { default: postgres } = await import("postgres");
  const sql = postgres(databaseUrl, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    return [
      ...(await checkServer(sql, poolMax)),
      await checkClock(sql),
      await checkMigrations(sql, migratesItself),
    ];
  } catch (error) {
    const { host, pathname } = new URL(databaseUrl);
    const why = whyUnusable(error) ?? rootCause(error).message;
    return [
      wrong(
        `The database ${host}${pathname} can't be used: ${why}.`,
        "Look at DATABASE_URL and at that server.",
      ),
    ];
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/**
 * @param {import("postgres").Sql} sql
 * @param {number} poolMax
 * @returns {Promise<Finding[]>}
 */
async function checkServer(sql, poolMax) {
  const [row] = await sql`
    select current_setting('server_version') as version, current_setting('server_version_num')::int / 10000 as major,
      current_setting('server_encoding') as encoding, lower('ЖЁ') = 'жё' as folds, current_setting('fsync') as fsync,
      current_setting('max_connections')::int as connections,
      has_database_privilege(current_database(), 'create') as may_create`;
  if (!row) return [];
  /** @type {Finding[]} */
  const findings = [];
  if (row.major < LEAST_VERSION) {
    findings.push(wrong(`Postgres ${row.version} is too old.`, `Use ${LEAST_VERSION} or newer.`));
  }
  if (row.encoding !== "UTF8") {
    findings.push(
      wrong(`The database is in ${row.encoding}.`, "Make it anew with: encoding 'UTF8' template template0"),
    );
  }
  if (!row.folds) {
    findings.push(
      wrong(
        "The database's locale folds ASCII only: ЖЁ and жё would be two names.",
        "Make it anew with: template template0 locale_provider builtin builtin_locale 'C.UTF-8' (Postgres 17 on; before, an ICU locale)",
      ),
    );
  }
  if (row.fsync !== "on") {
    findings.push(
      doubtful("fsync is off: a crash of that machine may destroy the database.", "Set fsync = on."),
    );
  }
  if (!row.may_create) {
    findings.push(
      wrong("The user of DATABASE_URL may not make schemas there.", "grant create on database … to …"),
    );
  }
  if (poolMax > row.connections - 10) {
    findings.push(
      doubtful(
        `DATABASE_POOL_MAX is ${poolMax} for each process; that server has ${row.connections} connections for everybody.`,
        "Lower DATABASE_POOL_MAX, or raise max_connections.",
      ),
    );
  }
  return findings.length > 0
    ? findings
    : [right(`Database: Postgres ${row.version}, UTF-8, folds more than ASCII`)];
}

/**
 * @param {import("postgres").Sql} sql
 * @returns {Promise<Finding>}
 */
async function checkClock(sql) {
  const before = Date.now();
  const [row] = await sql`select extract(epoch from clock_timestamp()) * 1000 as now`;
  const difference = Math.round(Math.abs(Number(row?.now) - (before + Date.now()) / 2));
  if (difference < CLOCK_LEEWAY_MS) return right("Clock: agrees with the database's");
  return wrong(
    `This machine's clock and the database's differ by ${Math.round(difference / 1000)} s: tokens and limits would misjudge time.`,
    "Let both follow a time server (timedatectl set-ntp true).",
  );
}

/**
 * @param {import("postgres").Sql} sql
 * @param {boolean} migratesItself
 * @returns {Promise<Finding>}
 */
async function checkMigrations(sql, migratesItself) {
  const journal = JSON.parse(readFileSync(path.join(ROOT, "drizzle", "meta", "_journal.json"), "utf8"));
  const wanted = journal.entries.map((/** @type {{ when: number }} */ { when }) => when);
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as known`;
  const rows = table?.known ? await sql`select created_at from drizzle.__drizzle_migrations` : [];
  const applied = rows.map(({ created_at }) => Number(created_at));
  const behind = wanted.filter((/** @type {number} */ when) => !applied.includes(when)).length;
  if (applied.some((when) => when > Math.max(...wanted))) {
    return wrong("The schema is of a newer version of Gatehouse than this one.", "Start that version.");
  }
  if (behind === 0) return right(`Migrations: all ${applied.length} applied`);
  if (migratesItself) return right(`Migrations: ${behind} to apply, which the next start does`);
  return wrong(
    `Migrations: ${behind} of ${wanted.length} are not applied.`,
    "npm run db:migrate, before the servers start",
  );
}
