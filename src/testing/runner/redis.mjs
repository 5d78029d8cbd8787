import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { lookForRedis } from "../servers/find-redis.mjs";

/**
 * Sees to a server for the tests of the counters: one that is there, else Debian's where we may install it.
 *
 * @param {(text: string) => void} report
 * @returns {Promise<string>} which; the tests that need one say what to do where there is none
 */
export async function provideRedis(report) {
  const there = lookForRedis();
  if (there) return there;
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    report("apt-get install redis-server");
    await aptGet("update");
    await aptGet("install", "-y", "--no-install-recommends", "redis-server");
  }
  return lookForRedis() ?? "none, so its tests will fail";
}

/** @param {string[]} args */
async function aptGet(...args) {
  // The run level keeps the package from starting a server of its own.
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
  await promisify(execFile)("apt-get", ["-q", ...args], { env, timeout: 300_000 }).catch(() => {});
}
