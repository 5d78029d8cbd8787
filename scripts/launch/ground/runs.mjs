import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DATA } from "./paths.mjs";
import { isAlive, signalGroup, startMark, waitUntilGone } from "./processes.mjs";

// Which servers were started from here, one file a port, so that a later start can distinguish a live one from what a
// killed launcher has left behind.

const FOLDER = path.join(DATA, "run");
const TIMEOUT_MS = 12_000;

/**
 * @typedef {{ launcher: number, launcherMark: string | null, server: number, serverMark: string | null, port: number, mode: "start" | "dev" }} Run
 */

/** @param {Pick<Run, "server" | "port" | "mode">} run */
export function recordRun({ server, port, mode }) {
  mkdirSync(FOLDER, { recursive: true });
  const run = {
    launcher: process.pid,
    launcherMark: startMark(process.pid),
    server,
    serverMark: startMark(server),
    port,
    mode,
  };
  writeFileSync(fileOf(port), JSON.stringify(run));
}

/** @param {number} port */
export function forgetRun(port) {
  rmSync(fileOf(port), { force: true });
}

/** @returns {Run[]} those whose launcher lives */
export function listRuns() {
  return readRuns().filter(({ launcher, launcherMark }) => isSame(launcher, launcherMark));
}

/** Ends servers whose launcher is gone. They end by themselves when they notice; here they are waited for, and made to. */
export async function endOrphans() {
  for (const { launcher, launcherMark, server, serverMark, port } of readRuns()) {
    if (isSame(launcher, launcherMark)) continue;
    if (isSame(server, serverMark)) {
      signalGroup(server, "SIGTERM");
      await waitUntilGone(server, TIMEOUT_MS);
    }
    if (isSame(server, serverMark)) signalGroup(server, "SIGKILL");
    await waitUntilGone(server, 1_000);
    forgetRun(port);
  }
}

/** @param {number} pid @param {string | null} mark */
function isSame(pid, mark) {
  return mark !== null && isAlive(pid) && startMark(pid) === mark;
}

/** @returns {Run[]} */
function readRuns() {
  try {
    return readdirSync(FOLDER).flatMap((name) => {
      try {
        return [JSON.parse(readFileSync(path.join(FOLDER, name), "utf8"))];
      } catch {
        return [];
      }
    });
  } catch {
    return [];
  }
}

/** @param {number} port */
function fileOf(port) {
  return path.join(FOLDER, `${port}.json`);
}
