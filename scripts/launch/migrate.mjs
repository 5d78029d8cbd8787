import { Failure } from "./failure.mjs";

/**
 * @param {string} databaseUrl
 * @returns {Promise<string>} what was done
 */
export async function migrateDatabase(databaseUrl) {
  const { migrate } = await import("../../src/db/migrate.mjs");
  let done = "";
  try {
    await migrate(databaseUrl, {
      log: (line) => {
        done = line;
      },
    });
  } catch (error) {
    throw migrationFailure(error, databaseUrl);
  }
  return done;
}

/** @type {Record<string, string>} */
const UNREACHABLE = {
  ECONNREFUSED: "nobody listens there",
  ENOTFOUND: "there is no such host",
  EAI_AGAIN: "the name of the host can't be looked up",
  ETIMEDOUT: "it doesn't answer",
  CONNECT_TIMEOUT: "it doesn't answer",
  EHOSTUNREACH: "there is no way to the host",
  ENETUNREACH: "there is no way to the host",
  CONNECTION_CLOSED: "it closes the connection",
  ECONNRESET: "it closes the connection",
};

/** @type {Record<string, string>} */
const TURNED_AWAY = {
  "28P01": "the user or the password in DATABASE_URL is wrong",
  28000: "the server lets nobody in this way (pg_hba.conf, or it wants TLS: add ?sslmode=require)",
  "3D000": "there is no such database; make it with: createdb",
  53300: "it has no connection left",
  "57P03": "it is just starting or stopping",
  42501: "the user may not make tables there: grant create on the database",
};

/**
 * @param {unknown} error
 * @param {string} databaseUrl
 */
function migrationFailure(error, databaseUrl) {
  // Drizzle puts the statement on top and Postgres's own words beneath.
  const { cause = error } = /** @type {Error} */ (error);
  const { code = "", message } = /** @type {Error & { code?: string }} */ (cause);
  const { host, pathname } = new URL(databaseUrl);
  const why = UNREACHABLE[code] ?? TURNED_AWAY[code];
  if (why) {
    return new Failure(`The database ${host}${pathname} can't be used: ${why}.`, {
      todo: ["Look at DATABASE_URL and at that server; without DATABASE_URL an embedded Postgres is used."],
      cause: error,
    });
  }
  return new Failure("Migrating the database failed; nothing of the migration that failed was kept.", {
    todo: [
      "Was the data made by a newer version of Gatehouse? Then start that one.",
      "Else mend what it names, and try it alone: npm run db:migrate",
    ],
    output: [message, code && `(${code})`].filter(Boolean).join(" "),
    cause: error,
  });
}
