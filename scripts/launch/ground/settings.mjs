import path from "node:path";
import { EnvironmentError, resolveEnvironment } from "../../../src/lib/environment.mjs";
import { LaunchError } from "./failure.mjs";
import { DATA } from "./paths.mjs";
import { keepSecretKey } from "./secret-key.mjs";
import { runSupervised } from "./supervised.mjs";

/** Stands in for the embedded database while the settings are checked: it is valid, but not running yet. */
export const EMBEDDED = "postgres://embedded";

/** @returns {{ host: string, port: number, address: string, secretGenerated: boolean }} */
export function prepareEnvironment() {
  try {
    resolveEnvironment();
  } catch (error) {
    if (error instanceof EnvironmentError) throw settingsError(error.problems.join("\n"));
    throw error;
  }
  const secretGenerated = !process.env.SECRET_KEY && keepSecretKey().made;
  process.env.SECRET_KEY ||= keepSecretKey().key;
  process.env.STORAGE ||= path.join(DATA, "files");
  const port = Number(process.env.PORT || 3000);
  return {
    host: process.env.HOST || "127.0.0.1",
    port,
    address: process.env.APP_URL || `http://localhost:${port}`,
    secretGenerated,
  };
}

export async function checkSettings() {
  const tsx = import.meta.resolve("tsx");
  const file = path.join(import.meta.dirname, "check-settings.ts");
  const env = { DATABASE_URL: process.env.DATABASE_URL || EMBEDDED };
  const { code, output } = await runSupervised(process.execPath, ["--import", tsx, file], { env });
  if (code !== 0)
    throw settingsError(
      output
        .replace(/^The settings are not right:\n/, "")
        .replace(/^ {2}/gm, "")
        .trim(),
    );
}

/** @param {string} problems */
function settingsError(problems) {
  return new LaunchError("The settings are not right:", {
    todo: ["Fix them in the environment, CONFIG_FILE or .env. What there is: .env.example"],
    output: problems,
  });
}
