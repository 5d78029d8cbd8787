import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync } from "node:fs";
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { NAME } from "../../../src/lib/brand.mjs";
import { LaunchError } from "../ground/failure.mjs";
import { shown } from "../ground/paths.mjs";
import { cluster as clusterNamed, clusterState, databaseUrl } from "./cluster.mjs";
import { readMessages, sendMessage } from "./messages.mjs";
import { clearLeftovers, tail } from "./postmaster.mjs";

/**
 * @typedef {import("./cluster.mjs").ClusterName} ClusterName
 * @typedef {import("./cluster.mjs").Cluster} Cluster
 * @typedef {import("./cluster.mjs").ClusterState} ClusterState
 * @typedef {import("./messages.mjs").Message} Message
 * @typedef {{ databaseUrl: string, port: number, version: string, lost: Promise<LaunchError>, release: () => Promise<void> }} PostgresLease
 */

const SUPERVISOR = fileURLToPath(new URL("supervisor.mjs", import.meta.url));
const DEADLINE_MS = 120_000;
const ANSWER_TIMEOUT_MS = 5_000;
const RELEASE_TIMEOUT_MS = 30_000;

/**
 * A running embedded Postgres, for as long as the lease is held: the one that is there, else one that is started now.
 *
 * @param {ClusterName} name
 * @param {{ role?: "product" | "guest", address?: string, onProgress?: (text: string) => void }} [options] there is one product at a time
 * @returns {Promise<PostgresLease>}
 */
export async function leasePostgres(name, { role = "guest", address, onProgress = () => {} } = {}) {
  const cluster = clusterNamed(name);
  mkdirSync(cluster.folder, { recursive: true });
  const deadline = Date.now() + DEADLINE_MS;
  /** @type {{ ended: boolean } | undefined} */
  let supervisor;
  while (Date.now() < deadline) {
    const state = await clusterState(cluster);
    const line = await ask(state, { role, address, pid: process.pid });
    if (line) {
      const lease = await awaitReady(line, { cluster, state, onProgress });
      if (lease) return lease;
    }
    if (!line && (!supervisor || supervisor.ended)) supervisor = startSupervisor(cluster);
    await sleep(20);
  }
  throw new LaunchError("The embedded Postgres did not get ready.", { output: tail(cluster.log) });
}

/**
 * @typedef {{ socket: net.Socket, messages: AsyncGenerator<Message, undefined>, first: Message }} Line
 */

/**
 * @param {ClusterState} state
 * @param {{ role: string, address?: string, pid?: number }} who
 * @returns {Promise<Line | null>} null where no supervisor answers
 */
export async function ask({ supervisorPort, token }, who) {
  const socket = net.connect({ port: supervisorPort, host: "127.0.0.1" });
  socket.setNoDelay(true);
  socket.on("error", () => socket.destroy());
  const messages = readMessages(socket);
  sendMessage(socket, { token, ...who });
  const timeout = setTimeout(() => socket.destroy(), ANSWER_TIMEOUT_MS);
  const { value } = await messages.next();
  clearTimeout(timeout);
  if (value) return { socket, messages, first: value };
  socket.destroy();
  return null;
}

/**
 * @param {Line} line
 * @param {{ cluster: Cluster, state: ClusterState, onProgress: (text: string) => void }} context
 * @returns {Promise<PostgresLease | null>} null where the supervisor went away before it was ready
 */
async function awaitReady({ socket, messages, first }, { cluster, state, onProgress }) {
  /** @type {Message | undefined} */
  let message = first;
  for (; message; message = (await messages.next()).value) {
    if (message.type === "progress" && message.text) onProgress(message.text);
    if (message.type === "refused") throw secondInstance(message.holder);
    if (message.type === "failed")
      throw new LaunchError(message.message, { todo: message.todo, output: message.output });
    if (message.type === "ready") {
      const { port, version } = message;
      return {
        databaseUrl: databaseUrl({ ...state, port }),
        port,
        version,
        ...hold({ socket, messages, first }, cluster, state),
      };
    }
  }
  socket.destroy();
  return null;
}

/**
 * @param {Line} line
 * @param {Cluster} cluster
 * @param {ClusterState} state
 */
function hold({ socket, messages }, cluster, state) {
  let released = false;
  const over = (async () => {
    const last = (await messages.next()).value;
    // A supervisor that was killed leaves its server behind.
    if (!released && last?.type !== "died") await clearLeftovers(cluster);
    return new LaunchError(
      last?.type === "died"
        ? "Postgres has stopped by itself."
        : "The supervisor of the embedded Postgres was killed.",
      {
        todo: [`Start again: Postgres recovers what was committed. Its log is ${shown(cluster.log)}.`],
        output: last?.output ?? "",
      },
    );
  })();
  return {
    /** @type {Promise<LaunchError>} */
    lost: new Promise((resolve) => over.then((failure) => released || resolve(failure))),
    async release() {
      if (released) return;
      released = true;
      sendMessage(socket, { token: state.token, type: "release" });
      await Promise.race([over, sleep(RELEASE_TIMEOUT_MS, undefined, { ref: false })]);
      socket.destroy();
    },
  };
}

/** @param {{ pid: number, address?: string } | undefined} holder */
function secondInstance(holder) {
  return new LaunchError(
    `${NAME} already runs on this data${holder?.address ? `: ${holder.address}` : ""} (process ${holder?.pid}).`,
    {
      todo: [
        "Use that one, or stop it first (Ctrl-C in its terminal).",
        "For one more beside it, take a clone of its own, or give both the same DATABASE_URL and PORTs of their own.",
      ],
    },
  );
}

/** @param {Cluster} cluster */
function startSupervisor(cluster) {
  const log = openSync(cluster.log, "a", 0o600);
  const child = spawn(process.execPath, [SUPERVISOR, cluster.name], {
    detached: true,
    env: { ...process.env, NODE_OPTIONS: "" },
    stdio: ["ignore", log, log],
    windowsHide: true,
  });
  closeSync(log);
  child.unref();
  const state = { ended: false };
  child.once("exit", () => {
    state.ended = true;
  });
  return state;
}
