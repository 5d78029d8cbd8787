import { spawn, spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { LaunchError } from "../ground/failure.mjs";
import { shown } from "../ground/paths.mjs";
import { commandLine, isAlive, waitUntilGone } from "../ground/processes.mjs";
import { postgresEnvironment } from "./data-directory.mjs";

/**
 * @typedef {import("./cluster.mjs").Cluster} Cluster
 * @typedef {import("./binaries.mjs").Binaries} Binaries
 * @typedef {import("./binaries.mjs").RunAs} RunAs
 */

const START_DEADLINE_MS = 60_000;
const LOG_LIMIT_BYTES = 10_000_000;

/**
 * @param {Cluster} cluster
 * @param {{ binaries: Binaries, user: RunAs, port: number }} how
 * @returns {Promise<{ pid: number, ended: Promise<void> }>} when it takes connections; `ended` when it is gone, for whatever reason
 */
export async function startPostmaster(cluster, { binaries, user, port }) {
  rotateLog(cluster);
  const logStart = sizeOf(cluster.log);
  const options = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "timezone=UTC",
    "log_timezone=UTC",
    ...cluster.options,
  ].flatMap((option) => ["-c", option]);
  const args = ["-D", cluster.data, "-p", String(port), ...options];
  const { pid, ended } =
    process.platform === "win32"
      ? startByPgCtl(cluster, binaries, args)
      : startDirectly(cluster, binaries, user, args);

  const deadline = Date.now() + START_DEADLINE_MS;
  let over = false;
  ended.then(() => {
    over = true;
  });
  while (!over && Date.now() < deadline) {
    const file = readPidFile(cluster);
    // One that was killed has left its file behind, and in it that it was ready.
    if (file?.pid === pid && file?.status === "ready") return { pid: file.pid, ended };
    await sleep(15);
  }
  const output = tail(cluster.log, logStart);
  if (!over) await stopPostmaster(cluster);
  throw startError(cluster, output, over);
}

/**
 * @param {Cluster} cluster
 * @param {Binaries} binaries
 * @param {RunAs} user
 * @param {string[]} args
 */
function startDirectly(cluster, { postgres }, { prefix, account }, args) {
  const log = openSync(cluster.log, "a", 0o600);
  const [command, ...rest] = [...prefix, postgres, ...args];
  // Detached: Ctrl-C reaches a whole terminal group, and the database must be the last to go.
  const child = spawn(/** @type {string} */ (command), rest, {
    cwd: cluster.data,
    detached: true,
    env: postgresEnvironment(),
    stdio: ["ignore", log, log],
    uid: account?.uid,
    gid: account?.gid,
  });
  closeSync(log);
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  return { pid: child.pid, ended };
}

/**
 * On Windows pg_ctl alone can shed an administrator's rights, which Postgres refuses to run with.
 *
 * @param {Cluster} cluster
 * @param {Binaries} binaries
 * @param {string[]} args
 */
function startByPgCtl(cluster, { pg_ctl }, args) {
  const options = args
    .slice(2)
    .map((arg) => (arg.includes(" ") ? `"${arg}"` : arg))
    .join(" ");
  spawnSync(pg_ctl, ["start", "-w", "-s", "-D", cluster.data, "-l", cluster.log, "-o", options], {
    env: postgresEnvironment(),
    stdio: "ignore",
    windowsHide: true,
  });
  const pid = readPidFile(cluster)?.pid;
  return { pid, ended: pid ? waitUntilExit(pid) : Promise.resolve() };
}

/** @param {number} pid of a process that isn't our child */
async function waitUntilExit(pid) {
  while (isAlive(pid)) await sleep(250);
}

/**
 * Ends the server of this data directory, whoever started it. Fast first (open transactions are rolled back), then harder.
 *
 * @param {Cluster} cluster
 */
export async function stopPostmaster(cluster) {
  const { pid } = readPidFile(cluster) ?? {};
  if (!pid || !isPostmaster(pid, cluster)) return;
  if (process.platform === "win32") {
    const { pg_ctl } = await (await import("./binaries.mjs")).findBinaries();
    spawnSync(pg_ctl, ["stop", "-s", "-w", "-m", "fast", "-D", cluster.data], {
      stdio: "ignore",
      windowsHide: true,
    });
    return;
  }
  for (const [signal, patience] of /** @type {const} */ ([
    ["SIGINT", 20_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 5_000],
  ])) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await waitUntilGone(pid, patience)) return;
  }
}

/**
 * A server left over from a launcher that was killed is stopped. A pid file whose number went to some other program since
 * (likely in a container, where numbers are small) is taken away: Postgres itself would refuse to start because of it.
 *
 * @param {Cluster} cluster
 */
export async function clearLeftovers(cluster) {
  const { pid } = readPidFile(cluster) ?? {};
  if (!pid || !isAlive(pid)) return;
  if (isPostmaster(pid, cluster)) await stopPostmaster(cluster);
  else rmSync(path.join(cluster.data, "postmaster.pid"), { force: true });
}

/**
 * @param {number} pid
 * @param {Cluster} cluster
 */
function isPostmaster(pid, cluster) {
  if (!isAlive(pid)) return false;
  const command = commandLine(pid);
  if (process.platform === "win32") return command.includes("postgres");
  return command.includes("postgres") && command.includes(cluster.data);
}

/** @param {Cluster} cluster */
function readPidFile(cluster) {
  try {
    const lines = readFileSync(path.join(cluster.data, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), status: lines[7]?.trim() };
  } catch {
    return null;
  }
}

/**
 * @param {Cluster} cluster
 * @param {string} output
 * @param {boolean} over
 */
function startError(cluster, output, over) {
  if (/address already in use|could not bind/i.test(output)) {
    return new TransientError("The port of the embedded Postgres is taken.", { output });
  }
  const todo = [`All it said is in ${shown(cluster.log)}.`];
  if (!over)
    return new LaunchError(`Postgres did not get ready within ${START_DEADLINE_MS / 1000} s.`, {
      todo,
      output,
    });
  if (/lock file "postmaster.pid" already exists|shared memory block .* is still in use/i.test(output)) {
    return new TransientError(`Another Postgres works on ${shown(cluster.data)}.`, {
      todo: ["Stop it first: its number is the first line of postmaster.pid in that folder.", ...todo],
      output,
    });
  }
  return new LaunchError("Postgres did not start.", {
    todo: [
      `If the data in ${shown(cluster.data)} is damaged, put it back from a backup; or move it away for an empty database:`,
      `  mv ${shown(cluster.data)} ${shown(cluster.data)}.old`,
      ...todo,
    ],
    output,
  });
}

/** Worth another attempt: a port taken between check and start, parts of a killed server that have not exited yet. */
export class TransientError extends LaunchError {}

/** @param {Cluster} cluster */
function rotateLog(cluster) {
  if (sizeOf(cluster.log) > LOG_LIMIT_BYTES) renameSync(cluster.log, `${cluster.log}.1`);
}

/** @param {string} file */
function sizeOf(file) {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/**
 * @param {string} file
 * @param {number} [from]
 */
export function tail(file, from = 0) {
  try {
    return readFileSync(file).subarray(from).toString("utf8").trim().split("\n").slice(-12).join("\n");
  } catch {
    return "";
  }
}
