import { EnvironmentError, resolveEnvironment } from "../../../src/lib/environment.mjs";
import { doubtful, right, wrong } from "../ground/finding.mjs";
import { keptSecretKey } from "../ground/secret-key.mjs";
import { EMBEDDED } from "../ground/settings.mjs";

/**
 * @typedef {import("../ground/finding.mjs").Finding} Finding
 * @typedef {import("../../../src/lib/settings").Settings} Settings
 */

const TODO = "Fix it in the environment, CONFIG_FILE or .env; what there is: .env.example";
/** Signs nothing: stands in for the one that the first start will generate. */
const NOT_YET_GENERATED = "0123456789abcdef".repeat(4);

/**
 * By the application's own check of them.
 *
 * @param {(given: Record<string, string | undefined>) => Settings} read
 * @returns {{ settings: Settings | null, findings: Finding[] }}
 */
export function readSettings(read) {
  try {
    resolveEnvironment();
    const secret = process.env.SECRET_KEY || keptSecretKey();
    const { DATABASE_URL = EMBEDDED } = process.env;
    const settings = read({ ...process.env, DATABASE_URL, SECRET_KEY: secret ?? NOT_YET_GENERATED });
    return { settings, findings: [right("Settings: each within its bounds"), checkSecret(secret)] };
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    const problems = error instanceof EnvironmentError ? error.problems : message.split("\n").slice(1);
    const found = problems.length > 0 ? problems : [message];
    return { settings: null, findings: found.map((problem) => wrong(problem.trim(), TODO)) };
  }
}

/** @param {string | null} secret */
function checkSecret(secret) {
  if (secret === null) return right("Secret: generated at the first start");
  // 64 random hexadecimal characters have fifteen kinds or more of them all but always.
  if (new Set(secret.toLowerCase()).size < 10) {
    return doubtful("SECRET_KEY is long enough but does not look random.", "Draw one: openssl rand -hex 32");
  }
  return right(`Secret: ${secret.length * 4} bits`);
}
