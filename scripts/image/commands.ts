import { runMigrate } from "../../src/db/migrate.mjs";
import { EnvironmentError, resolveEnvironment } from "../../src/lib/environment.mjs";
import { writeSecrets } from "./secrets.mjs";

// What the image does beside serving. Bundled (bundle.mjs), so that it needs neither tsx nor the source.

const COMMANDS: Record<string, () => unknown> = {
  migrate: () => runMigrate(process.argv.slice(2)),
  "seed:admin": () => import("../operate/seed-admin"),
  "setup-token": () => import("../operate/setup-token"),
  "reset-link": () => import("../operate/reset-link"),
  unlock: () => import("../operate/unlock"),
  "mail:try": () => import("../operate/mail-try"),
  doctor: () => import("./doctor"),
  // For the compose file:
  secrets: () => writeSecrets(process.env),
  bucket: () => import("./bucket"),
  welcome: () => import("./welcome"),
};

export async function run(word: string) {
  const command = COMMANDS[word];
  try {
    if (command === undefined)
      throw new Error(`There is no ${word}. There is: serve, ${Object.keys(COMMANDS).join(", ")}.`);
    // The doctor says itself what is wrong with the settings.
    if (word !== "doctor") resolveEnvironment();
    await command();
  } catch (error) {
    const { message } = error as Error;
    process.stderr.write(`${error instanceof EnvironmentError ? message : `${word}: ${message}`}\n`);
    process.exitCode = 1;
  }
}
