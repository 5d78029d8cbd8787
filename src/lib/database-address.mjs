import { readFileSync } from "node:fs";
import { parseDatabaseUrl } from "./database-url.mjs";

// Addresses of databases as they are handed out: libpq's, Neon's, Supabase's, PgBouncer's. The driver takes what it doesn't know
// as settings of the server, which then refuses the connection.

/**
 * @typedef {{
 *   path?: string,
 *   host: string,
 *   port: number,
 *   database?: string,
 *   user?: string,
 *   password?: string,
 *   ssl: boolean | "prefer" | "require" | object,
 *   prepare: boolean,
 *   connection?: { options: string },
 * }} ConnectionOptions what the driver takes
 */

const DEFAULT_PORT = 5432;
const POOLER_HOST = /(?:^|[.-])pooler\./;

/**
 * Where the driver is to connect, and whether a pooler stands there that hands connections from one transaction to the next:
 * it takes no settings at the start of a connection and keeps no prepared statements.
 *
 * @param {string} databaseUrl
 * @returns {{ options: ConnectionOptions, pooled: boolean }}
 */
export function databaseAddress(databaseUrl) {
  const url = parseDatabaseUrl(databaseUrl);
  const query = url.searchParams;
  const host = query.get("host") ?? decodeURIComponent(url.hostname).replace(/^\[(.*)\]$/, "$1");
  const port = Number(query.get("port") ?? (url.port || DEFAULT_PORT));
  const pooled = query.get("pgbouncer") === "true" || POOLER_HOST.test(host);
  const user = decodeURIComponent(url.username) || query.get("user");
  const database = decodeURIComponent(url.pathname.slice(1)) || query.get("dbname");
  const password = decodeURIComponent(url.password) || query.get("password");
  const options = query.get("options");
  return {
    options: {
      ...(host.startsWith("/") && { path: `${host}/.s.PGSQL.${port}` }),
      // As text it would be parted at the colons of an IPv6 address. The driver takes a list, which its types don't say.
      host: /** @type {string} */ (/** @type {unknown} */ ([host || "localhost"])),
      port: /** @type {number} */ (/** @type {unknown} */ ([port])),
      ...(database && { database }),
      ...(user && { user }),
      ...(password && { password }),
      ssl: encryption(query),
      prepare: !pooled,
      ...(options && { connection: { options } }),
    },
    pooled,
  };
}

/**
 * As libpq reads it: `require` encrypts and believes any certificate, unless it is told whose it must be.
 *
 * @param {URLSearchParams} query
 */
function encryption(query) {
  const root = query.get("sslrootcert");
  const mode = root === "system" ? "verify-full" : (query.get("sslmode") ?? query.get("ssl"));
  if (mode === "allow" || mode === "prefer") return "prefer";
  if (mode === "verify-ca" || mode === "verify-full" || root !== null) {
    return {
      ...(root !== null && root !== "system" && { ca: readFileSync(root, "utf8") }),
      ...(query.get("sslcert") && {
        cert: readFileSync(/* turbopackIgnore: true */ query.get("sslcert") ?? "", "utf8"),
      }),
      ...(query.get("sslkey") && {
        key: readFileSync(/* turbopackIgnore: true */ query.get("sslkey") ?? "", "utf8"),
      }),
      // The name must be right too, but where only the issuer is asked for.
      ...(mode !== "verify-full" && { checkServerIdentity: () => undefined }),
    };
  }
  return mode === "require" || mode === "true" ? "require" : false;
}
