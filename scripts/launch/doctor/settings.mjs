import { EnvironmentError, resolveEnvironment } from "../../../src/lib/environment.mjs";
import { SETTING_NAMES } from "../../../src/lib/setting-names.mjs";
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
    const findings = [
      right("Settings: each within its bounds"),
      ...checkNames(process.env),
      checkSecret(secret),
    ];
    return { settings, findings };
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    const problems = error instanceof EnvironmentError ? error.problems : message.split("\n").slice(1);
    const found = problems.length > 0 ? problems : [message];
    return { settings: null, findings: found.map((problem) => wrong(problem.trim(), TODO)) };
  }
}

/**
 * Names that are none, but nearly: what they were to set has its default instead.
 *
 * @param {Record<string, string | undefined>} env
 * @returns {Finding[]}
 */
export function checkNames(env) {
  return Object.keys(env)
    .filter(
      (name) => env[name] && name.length >= SHORTEST && !SETTING_NAMES.includes(name.replace(/_FILE$/, "")),
    )
    .flatMap((name) => {
      const meant = SETTING_NAMES.find(
        (known) => differences(name.replace(/_FILE$/, ""), known) <= (known.length < 8 ? 1 : 2),
      );
      const what = `There is no setting ${name}, so it sets nothing.`;
      return meant === undefined ? [] : [doubtful(what, `Is ${meant} meant?`)];
    });
}

const SHORTEST = 5;

/**
 * How many letters have to be put in, taken out or replaced (Levenshtein).
 *
 * @param {string} one
 * @param {string} other
 */
function differences(one, other) {
  if (Math.abs(one.length - other.length) > 2) return 3;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const replaced = Number(row[j - 1]) + Number(one[i - 1] !== other[j - 1]);
      next[j] = Math.min(Number(row[j]) + 1, Number(next[j - 1]) + 1, replaced);
    }
    row = next;
  }
  return Number(row[other.length]);
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
