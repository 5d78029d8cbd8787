import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { lookForPgBouncer } from "../servers/find-pgbouncer.mjs";
import { lookForProgram } from "../servers/find-program.mjs";
import { lookForRedis } from "../servers/find-redis.mjs";

/** @typedef {(text: string) => void} Report */

/** @param {Report} report */
export function provideRedis(report) {
  return provide({ lookFor: lookForRedis, name: "redis-server" }, report);
}

/** @param {Report} report */
export function providePgBouncer(report) {
  return provide({ lookFor: lookForPgBouncer, name: "pgbouncer" }, report);
}

/** @param {Report} report */
export function provideNginx(report) {
  return provide({ lookFor: () => lookForProgram(["nginx"]), name: "nginx-light" }, report);
}

/**
 * Sees to a server for tests: one that is there, else Debian's where we may install it.
 *
 * @param {{ lookFor: () => string | null, name: string }} program
 * @param {Report} report
 * @returns {Promise<string>} which; the tests that need one say what to do where there is none
 */
async function provide({ lookFor, name }, report) {
  const there = lookFor();
  if (there) return there;
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    report(`apt-get install ${name}`);
    await aptGet("update");
    await aptGet("install", "-y", "--no-install-recommends", name);
  }
  return lookFor() ?? "none, so its tests will fail";
}

/** @param {string[]} args */
async function aptGet(...args) {
  // The run level keeps the package from starting a server of its own.
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
  await promisify(execFile)("apt-get", ["-q", ...args], { env, timeout: 300_000 }).catch(() => {});
}
