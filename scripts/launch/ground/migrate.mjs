import { NAME } from "../../../src/lib/brand.mjs";
import { parseDatabaseUrl } from "../../../src/lib/database-url.mjs";
import { rootCause, whyUnusable } from "./database-error.mjs";
import { LaunchError } from "./failure.mjs";

/**
 * @param {string} databaseUrl
 * @returns {Promise<string>} what was done
 */
export async function migrateDatabase(databaseUrl) {
  const { migrate } = await import("../../../src/db/migrate.mjs");
  let done = "";
  try {
    await migrate(databaseUrl, {
      log: (line) => {
        done = line;
      },
    });
  } catch (error) {
    throw migrationError(error, databaseUrl);
  }
  return done;
}

/**
 * @param {unknown} error
 * @param {string} databaseUrl
 */
function migrationError(error, databaseUrl) {
  const { code, message } = rootCause(error);
  const { host, pathname } = parseDatabaseUrl(databaseUrl);
  const why = whyUnusable(error);
  if (why) {
    return new LaunchError(`The database ${host}${pathname} can't be used: ${why}.`, {
      todo: ["Look at DATABASE_URL and at that server; without DATABASE_URL an embedded Postgres is used."],
      cause: error,
    });
  }
  return new LaunchError("Migrating the database failed; nothing of the migration that failed was kept.", {
    todo: [
      `Was the data made by a newer version of ${NAME}? Then start that one.`,
      "Otherwise fix what it names and try it alone: npm run db:migrate",
    ],
    output: [message, code && `(${code})`].filter(Boolean).join(" "),
    cause: error,
  });
}
