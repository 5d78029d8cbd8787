import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * A zombie whose parent may never reap it (a container without an init) counts as gone.
 *
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
  return procStat(pid)?.state !== "Z";
}

/**
 * Distinguishes a process from a later one with the same number.
 *
 * @param {number} pid
 * @returns {string | null}
 */
export function startMark(pid) {
  if (!isAlive(pid)) return null;
  if (process.platform === "linux") return procStat(pid)?.started ?? null;
  if (process.platform === "win32") return `alive ${pid}`;
  return spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() || null;
}

/**
 * @param {number} pid
 * @returns {string} what it was started as, or nothing where the system doesn't say
 */
export function commandLine(pid) {
  try {
    if (process.platform === "linux")
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
    if (process.platform === "win32")
      return execFileSync("tasklist", ["/fi", `PID eq ${pid}`, "/fo", "csv", "/nh"], {
        encoding: "utf8",
        windowsHide: true,
      });
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}

/**
 * @param {number} pid
 * @returns {number} 0 where the system doesn't say
 */
export function parentOf(pid) {
  if (process.platform === "linux") return Number(procStat(pid)?.parent ?? 0);
  if (process.platform === "win32") return 0;
  return Number(spawnSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" }).stdout) || 0;
}

/**
 * @param {number} pid
 * @param {number} milliseconds
 */
export async function waitUntilGone(pid, milliseconds) {
  const deadline = Date.now() + milliseconds;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}

/**
 * @param {number} pid leader of its own group (it was started detached)
 * @param {NodeJS.Signals} signal
 */
export function signalGroup(pid, signal) {
  try {
    if (process.platform === "win32")
      spawnSync("taskkill", ["/pid", String(pid), "/t", "/f"], { windowsHide: true });
    else process.kill(-pid, signal);
  } catch {
    // Gone already.
  }
}

/** @param {number} pid */
function procStat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The name in brackets may hold anything, brackets and spaces included.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "latin1").trim();
    return { state: fields[0], parent: fields[1], started: `${boot} ${fields[19]}` };
  } catch {
    return null;
  }
}
