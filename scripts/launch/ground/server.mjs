import { execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import http from "node:http";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { LaunchError } from "./failure.mjs";
import { ROOT } from "./paths.mjs";
import { signalGroup } from "./processes.mjs";
import { forgetRun, recordRun } from "./runs.mjs";

const GUARD = pathToFileURL(path.join(ROOT, "src", "guard", "index.mjs")).href;
const NEXT = path.join(ROOT, "node_modules", "next", "dist", "bin", "next");
const READY_DEADLINE_MS = 120_000;
const UNREADY_TIMEOUT_MS = 20_000;
const STOP_TIMEOUT_MS = 13_000;

/**
 * @typedef {"start" | "dev"} Mode
 * @typedef {{ pid: number, ended: Promise<number | null>, stop: () => Promise<void> }} Server
 */

/**
 * @param {{ mode: Mode, host: string, port: number }} how
 * @returns {Server}
 */
export function startServer({ mode, host, port }) {
  const child = fork(NEXT, [mode, "--hostname", host, "--port", String(port)], {
    cwd: ROOT,
    // Ctrl-C must reach it through the launcher alone, which knows the order.
    detached: process.platform !== "win32",
    env: {
      ...process.env,
      NODE_ENV: mode === "dev" ? "development" : "production",
      NEXT_TELEMETRY_DISABLED: "1",
      GATEHOUSE_LAUNCHER: "1",
      SOURCE_COMMIT: process.env.SOURCE_COMMIT || commitOfClone(),
      PORT: String(port),
      HOST: host,
    },
    execArgv: ["--import", GUARD],
    // Inherited, not piped: it can still log when the launcher is gone, and detects a terminal.
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const pid = Number(child.pid);
  recordRun({ server: pid, port, mode });
  const ended = once(child, "exit").then(([code]) => code);

  async function stop() {
    if (child.exitCode === null && child.signalCode === null) {
      if (process.platform === "win32") child.connected && child.send("stop");
      else child.kill("SIGTERM");
      const timeout = STOP_TIMEOUT_MS + Number(process.env.SHUTDOWN_DELAY_MS || 0);
      await Promise.race([ended, sleep(timeout, undefined, { ref: false })]);
    }
    // What it started, and itself where it didn't stop.
    signalGroup(pid, "SIGKILL");
    await ended;
    forgetRun(port);
  }
  return { pid, ended, stop };
}

/** For the first line of the log; there may be no git, and none of its folder. */
function commitOfClone() {
  try {
    const told = execFileSync("git", ["rev-parse", "HEAD"], {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "ignore"],
    });
    return told.toString().trim();
  } catch {
    return "";
  }
}

/**
 * @param {Server} server
 * @param {{ host: string, port: number }} where
 */
export async function waitUntilReady(server, where) {
  const deadline = Date.now() + READY_DEADLINE_MS;
  let over = false;
  server.ended.then(() => {
    over = true;
  });
  /** @type {number | undefined} */
  let unreadySince;
  while (Date.now() < deadline) {
    if (over)
      throw new LaunchError("The server stopped while it was starting.", {
        todo: ["Its output is above."],
      });
    const answer = await get(where, "/ready");
    if (answer?.status === 200) return;
    if (answer) unreadySince ??= Date.now();
    if (answer && Date.now() - Number(unreadySince) > UNREADY_TIMEOUT_MS) {
      throw new LaunchError(`The server runs, but is not ready: /ready answers ${answer.status}.`, {
        output: answer.body,
      });
    }
    await sleep(25);
  }
  throw new LaunchError(`The server did not answer within ${READY_DEADLINE_MS / 1000} s.`);
}

/**
 * @param {{ host: string, port: number }} where
 * @param {string} address
 * @returns {Promise<{ status: number, body: string } | null>} null where nobody answers
 */
export function get({ host, port }, address) {
  const reachable = { "0.0.0.0": "127.0.0.1", "::": "::1" }[host] ?? host;
  return new Promise((resolve) => {
    const request = http.get(
      { host: reachable, port, path: address, agent: false, timeout: 60_000 },
      (response) => {
        let body = "";
        response.setEncoding("utf8").on("data", (text) => {
          body += text;
        });
        response.on("close", () => resolve({ status: response.statusCode ?? 0, body }));
      },
    );
    request.on("timeout", () => request.destroy());
    request.on("error", () => resolve(null));
  });
}
