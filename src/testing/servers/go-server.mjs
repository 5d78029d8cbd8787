import { execFile } from "node:child_process";
import { accessSync, constants, mkdirSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";

// Servers that are Go programs: the one on the PATH, else one that was built before, else one that is built where there is a Go.
// What is built stays for all clones of this account.

const BUILT = path.join(os.homedir(), ".cache", "gatehouse", "bin");
const PATIENCE_MS = 30 * 60_000;

/**
 * @typedef {{ name: string, module: string }} GoServer
 */

/** @type {GoServer} */
export const VERSITYGW = { name: "versitygw", module: "github.com/versity/versitygw/cmd/versitygw@v1.8.0" };

/** @type {GoServer} */
export const TEMPORAL = { name: "temporal", module: "github.com/temporalio/cli/cmd/temporal@v1.5.1" };

/** @param {GoServer} server */
export function findGoServer({ name }) {
  const places = [...(process.env.PATH ?? "").split(path.delimiter).filter(Boolean), BUILT];
  return places.map((place) => path.join(place, name)).find(isExecutable) ?? null;
}

/**
 * @param {GoServer} server
 * @param {(text: string) => void} report
 * @returns {Promise<string>} which; the tests that need one are skipped where there is none
 */
export async function provideGoServer(server, report) {
  const there = findGoServer(server);
  if (there) return there;
  report(`go install ${server.module}`);
  mkdirSync(BUILT, { recursive: true });
  const env = { ...process.env, GOBIN: BUILT };
  await promisify(execFile)("go", ["install", server.module], { env, timeout: PATIENCE_MS }).catch(() => {});
  return findGoServer(server) ?? `none, so its tests are skipped: put ${server.name} on the PATH, or Go`;
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
