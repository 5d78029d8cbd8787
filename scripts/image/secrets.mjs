import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

const FOLDER = "/run/gatehouse";

/**
 * Whether this runs under Compose: only its secrets are kept like this.
 *
 * @param {string} [folder]
 */
export function isComposed(folder = FOLDER) {
  return existsSync(path.join(folder, "postgres-password"));
}

/**
 * The secrets of an installation under Compose, each in a file of a volume: the one that is given, else the one that is there,
 * else a new one. Everything that needs one reads its file, as whoever the image runs as; for development, as anybody.
 *
 * @param {Record<string, string | undefined>} env
 */
export function writeSecrets(env) {
  const folder = env.GATEHOUSE_SECRETS || FOLDER;
  const user = env.POSTGRES_USER || "gatehouse";
  const database = env.POSTGRES_DB || user;
  const mode = env.GATEHOUSE_SECRETS_FOR_ALL ? 0o444 : 0o400;
  keep(folder, "secret-key", env.SECRET_KEY, mode);
  // Postgres and the bucket read theirs as users of their own.
  const password = keep(folder, "postgres-password", env.POSTGRES_PASSWORD, 0o444);
  keep(folder, "s3-secret-key", env.S3_SECRET_KEY, 0o444);
  const credentials = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  const composed = `postgres://${credentials}@postgres:5432/${encodeURIComponent(database)}`;
  write(path.join(folder, "database-url"), env.DATABASE_URL || composed, mode);
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {string | undefined} given
 * @param {number} mode
 */
function keep(folder, name, given, mode) {
  const file = path.join(folder, name);
  const value = given || read(file) || randomBytes(48).toString("hex");
  write(file, value, mode);
  return value;
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "ENOENT") return null;
    throw error;
  }
}

/**
 * In one step: whoever reads it finds all of it or what was there before.
 *
 * @param {string} file
 * @param {string} value
 * @param {number} mode
 */
function write(file, value, mode) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${value}\n`, { mode: 0o600, flush: true });
  chmodSync(draft, mode);
  renameSync(draft, file);
}
