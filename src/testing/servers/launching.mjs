import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, afterEach } from "vitest";
import { anyFreePort } from "../../../scripts/launch/ground/ports.mjs";
import { parentOf } from "../../../scripts/launch/ground/processes.mjs";

// The whole product as `npm start` runs it, for a test file: on data and a port of its own, gone when the file is done.

export const data = mkdtempSync(path.join(os.tmpdir(), "gatehouse-launch-"));
export const port = await anyFreePort();

/**
 * @typedef {{ child: import("node:child_process").ChildProcess, ended: Promise<number>, output: () => string }} Run
 */
/** @type {Run[]} */
const launched = [];

afterEach(stopAll);
afterAll(() => rmSync(data, { recursive: true, force: true }));

/**
 * @param {{ env?: Record<string, string>, args?: string[] }} [options]
 * @returns {Promise<Run>} when it is ready, or has ended
 */
export async function launch({ env = {}, args = ["scripts/launch/start.mjs"] } = {}) {
  const { PATH, HOME, NODE_ENV } = process.env;
  const own = {
    ENV_FILE: "",
    GATEHOUSE_DATA_DIR: data,
    PORT: String(port),
    LOG_LEVEL: "warn",
    // A machine that is busy with other tests is no overload of this server.
    OVERLOAD_DELAY_MS: "0",
  };
  const child = spawn(process.execPath, args, {
    env: { PATH, HOME, NODE_ENV, ...own, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  const ended = once(child, "close").then(([code]) => code);
  const run = { child, ended, output: () => output };
  launched.push(run);
  await Promise.race([ended, waitFor(() => output.includes("Ctrl-C stops all of it"), 60_000)]);
  return run;
}

export async function stopAll() {
  for (const { child, ended } of launched.splice(0)) {
    child.kill("SIGTERM");
    await ended;
  }
}

/** @param {() => boolean} condition @param {number} milliseconds */
export async function waitFor(condition, milliseconds) {
  const deadline = Date.now() + milliseconds;
  while (!condition() && Date.now() < deadline) await sleep(20);
  return condition();
}

/** The four processes it is made of, by their numbers. */
export function parts() {
  const { launcher, server } = JSON.parse(readFileSync(path.join(data, "run", `${port}.json`), "utf8"));
  const [pid] = readFileSync(path.join(data, "postgres", "data", "postmaster.pid"), "utf8").split("\n");
  const postmaster = Number(pid);
  return { launcher, server, postmaster, supervisor: parentOf(postmaster) };
}

/**
 * @param {string} address
 * @param {http.Agent} [agent]
 * @returns {Promise<number | undefined>}
 */
export function ask(address, agent) {
  return new Promise((resolve, reject) => {
    http
      .get({ port, host: "127.0.0.1", path: address, agent }, (response) => {
        response
          .resume()
          .on("end", () => resolve(response.statusCode))
          .on("error", reject);
      })
      .on("error", reject);
  });
}

export function database() {
  const state = JSON.parse(readFileSync(path.join(data, "postgres", "cluster.json"), "utf8"));
  return postgres({
    host: "127.0.0.1",
    port: state.port,
    user: "gatehouse",
    password: state.password,
    database: "gatehouse",
    max: 1,
    onnotice: () => {},
  });
}
