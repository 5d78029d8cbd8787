import { closeDatabase } from "@/db/pool";
import { checkReadiness } from "@/domain/health/readiness";
import { SettingsError, settings } from "@/lib/settings";
import { LaunchError } from "../launch/ground/failure.mjs";
import { migrateDatabase } from "../launch/ground/migrate.mjs";
import { reportError, say } from "../launch/ground/terminal.mjs";

/** Something that whoever runs the server does from the command line: on a schema that is there, with problems told in words. */
export async function operate(work: () => Promise<void>) {
  // What the log would say in JSON is told here to a person.
  process.env.LOG_LEVEL = "silent";
  try {
    const { DATABASE_URL, DATABASE_URL_DIRECT } = readSettings();
    const { status } = await checkReadiness();
    if (status !== "ok") say(await migrateDatabase(DATABASE_URL_DIRECT ?? DATABASE_URL));
    await work();
  } catch (error) {
    reportError(error);
    process.exitCode = 1;
  } finally {
    await closeDatabase();
  }
}

function readSettings() {
  try {
    return settings();
  } catch (error) {
    throw error instanceof SettingsError ? new LaunchError(error.message) : error;
  }
}
