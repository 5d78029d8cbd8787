import path from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../..", import.meta.url)).replace(/[\\/]$/, "");

/** Everything an installation keeps: the database, the secret, what was built last. Never in the repository. */
export const DATA = path.resolve(ROOT, process.env.GATEHOUSE_DATA_DIR || ".data");

/** @param {string} file as a person would type it from the project's folder */
export function shown(file) {
  const relative = path.relative(ROOT, file);
  return relative.startsWith("..") ? file : relative;
}
