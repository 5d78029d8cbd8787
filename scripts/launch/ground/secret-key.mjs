import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { LaunchError } from "./failure.mjs";
import { DATA, shown } from "./paths.mjs";

const FILE = path.join(DATA, "secret-key");

/** @returns {{ key: string, made: boolean }} the installation's own key, generated at the first start and kept */
export function keepSecretKey() {
  const kept = keptSecretKey();
  if (kept) return { key: kept, made: false };
  mkdirSync(DATA, { recursive: true });
  const draft = `${FILE}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(48).toString("hex")}\n`, { mode: 0o600, flush: true });
  try {
    // Never over one that another start has put there in the meantime.
    linkSync(draft, FILE);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return { key: /** @type {string} */ (keptSecretKey()), made: true };
}

/** @returns {string | null} the one that an earlier start generated */
export function keptSecretKey() {
  let text;
  try {
    text = readFileSync(FILE, "utf8").trim();
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "ENOENT") return null;
    throw error;
  }
  if (/^[0-9a-f]{64,}$/i.test(text)) return text;
  throw new LaunchError(`${shown(FILE)} is damaged: it is not a key of at least 64 hexadecimal characters.`, {
    todo: [
      "Put it back from a backup; or remove it, and the next start generates a new one, which signs everybody out:",
      `  rm ${shown(FILE)}`,
    ],
  });
}
