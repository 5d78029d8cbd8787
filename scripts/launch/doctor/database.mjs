import { readFileSync } from "node:fs";
import path from "node:path";
import { NAME } from "../../../src/lib/brand.mjs";
import { databaseAddress } from "../../../src/lib/database-address.mjs";
import { parseDatabaseUrl } from "../../../src/lib/database-url.mjs";
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
 * @param {{ poolMax: number, appUrl: string, migratesItself: boolean, composed?: boolean }} installation
 * @returns {Promise<Finding[]>}
 */
export async function checkDatabase(databaseUrl, { poolMax, appUrl, migratesItself, composed = false }) {
  const { default: postgres } = await import("postgres");
  const { options, pooled } = databaseAddress(databaseUrl);
  const sql = postgres({ ...options, max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    return [
      ...(await checkServer(sql, poolMax)),
      ...(await checkWay(sql, {
        pooled,
        host: String(options.host),
        socket: options.path !== undefined,
        composed,
      })),
      await checkClock(sql),
      await checkMigrations(sql, migratesItself),
      ...(await checkConnections(sql, { poolMax, pooled })),
      ...(await checkSetup(sql, appUrl)),
    ];
  } catch (error) {
    const { host, pathname } = parseDatabaseUrl(databaseUrl);
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
 * What stands between here and the database, and whether it may be written to.
 *
 * @param {import("postgres").Sql} sql
 * @param {{ pooled: boolean, host: string, socket: boolean, composed: boolean }} way
 * @returns {Promise<Finding[]>}
 */
async function checkWay(sql, { pooled, host, socket, composed }) {
  const [row] = await sql`
    select pg_is_in_recovery() or current_setting('default_transaction_read_only')::bool as read_only, current_user as role,
      array(select name::text from pg_settings where setting = '0'
        and name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout') order by name) as unlimited,
      coalesce((select ssl from pg_stat_ssl where pid = pg_backend_pid()), false) as encrypted`;
  if (!row) return [];
  /** @type {Finding[]} */
  const findings = [];
  if (row.read_only) {
    findings.push(
      wrong("The database can only be read.", "Name the primary in DATABASE_URL, not a replica of it."),
    );
  }
  if (pooled && row.unlimited.length > 0) {
    const settings = row.unlimited.map((/** @type {string} */ name) => `set ${name} = '3s'`);
    findings.push(
      doubtful(
        `A pooler takes no settings from us, and ${row.role} has no ${row.unlimited.join(", no ")}: a hung statement would hold its place for ever.`,
        settings.map((/** @type {string} */ setting) => `alter role ${row.role} ${setting};`).join(" "),
      ),
    );
  }
  if (pooled && !process.env.DATABASE_URL_DIRECT) {
    findings.push(
      doubtful(
        "DATABASE_URL leads through a pooler, and DATABASE_URL_DIRECT is not set: background jobs are found by asking each second only.",
        "Name the database itself in DATABASE_URL_DIRECT, as its owner: migrations and notifications go there.",
      ),
    );
  }
  // Behind a pooler this tells of the pooler's own way to the database, which is its operator's.
  if (!pooled && !socket && !row.encrypted && overNetwork(host, composed)) {
    findings.push(
      doubtful(
        `The connection to ${host} is not encrypted.`,
        "Add ?sslmode=require to DATABASE_URL, or verify-full with sslrootcert=FILE; on a private network between containers it may stay.",
      ),
    );
  }
  return findings;
}

/**
 * Whether others may listen on the way to the database: Compose's own is on a network of its own that leads nowhere else.
 *
 * @param {string} host
 * @param {boolean} composed
 */
export function overNetwork(host, composed) {
  return !/^(localhost$|127\.|::1$)/.test(host) && !(composed && host === "postgres");
}

/**
 * Whether all instances that run can have all the connections that they may open: each one has its pool, and one to listen with.
 *
 * @param {import("postgres").Sql} sql
 * @param {{ poolMax: number, pooled: boolean }} pool
 * @returns {Promise<Finding[]>}
 */
async function checkConnections(sql, { poolMax, pooled }) {
  if (pooled) return [];
  const [row] = await sql`
    select current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
        - count(*) filter (where application_name not like 'gatehouse%' and pid <> pg_backend_pid() and backend_type = 'client backend')::int as room,
      count(*) filter (where application_name = 'gatehouse')::int as ours
    from pg_stat_activity`;
  if (!row) return [];
  const each = poolMax + 1;
  const fits = Math.floor(row.room / each);
  const running = Math.ceil(row.ours / each);
  const what = `Connections: room for ${fits} ${fits === 1 ? "instance" : "instances"} of ${each} each`;
  if (running <= fits && fits > 0) return [right(what)];
  return [
    doubtful(
      `${what}, and ${running} or more run.`,
      "Lower DATABASE_POOL_MAX, raise max_connections, or put a pooler between (docs/databases.md).",
    ),
  ];
}

/**
 * @param {import("postgres").Sql} sql
 * @param {string} appUrl
 * @returns {Promise<Finding[]>}
 */
async function checkSetup(sql, appUrl) {
  const [table] = await sql`select to_regclass('system_config') is not null as known`;
  if (!table?.known || /^https?:\/\/(localhost|127\.|\[::1\])/.test(appUrl)) return [];
  const [row] = await sql`select exists (select from system_config where key = 'setup') as complete`;
  if (row?.complete) return [right("Set up: yes")];
  return [
    doubtful(
      `Nobody has set this up yet, and it is at ${appUrl}: whoever has the token becomes its administrator.`,
      "Open the address of the server's log now; npm run setup-token makes another.",
    ),
  ];
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
    return wrong(`The schema is of a newer version of ${NAME} than this one.`, "Start that version.");
  }
  if (behind === 0) return right(`Migrations: all ${applied.length} applied`);
  if (migratesItself) return right(`Migrations: ${behind} to apply, which the next start does`);
  return wrong(
    `Migrations: ${behind} of ${wanted.length} are not applied.`,
    "npm run db:migrate, before the servers start",
  );
}
