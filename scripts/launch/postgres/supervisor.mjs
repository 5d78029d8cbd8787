import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { asLaunchError } from "../ground/failure.mjs";
import { anyFreePort, freePortFrom, portProblem } from "../ground/ports.mjs";
import { chooseUser, findBinaries } from "./binaries.mjs";
import { cluster as clusterNamed, clusterState, databaseUrl, saveClusterState } from "./cluster.mjs";
import { prepareDataDirectory } from "./data-directory.mjs";
import { ask } from "./lease.mjs";
import { readMessages, sendMessage } from "./messages.mjs";
import { clearLeftovers, startPostmaster, stopPostmaster, TransientError, tail } from "./postmaster.mjs";

// Keeps one embedded Postgres for as long as anyone holds a lease on it. A lease is an open connection to this process,
// so that the system releases it when its holder dies, however it dies.

/**
 * @typedef {{ socket: net.Socket, role: "product" | "guest", pid: number, address?: string }} Lease
 */

const IDLE_TIMEOUT_MS = 10_000;
const MOST_ATTEMPTS = 10;

const cluster = clusterNamed(process.argv[2] === "test" ? "test" : "main");
/** @type {Set<Lease>} */
const leases = new Set();
/** @type {"starting" | "ready" | "stopping"} */
let phase = "starting";
let progress = "";
/** @type {import("./messages.mjs").Message | undefined} */
let ready;
let token = "";
let everLeased = false;
// Whoever released the last lease waits until the server is down.
/** @type {Set<net.Socket>} */
const waitingForStop = new Set();

const server = net.createServer(async (socket) => {
  socket.setNoDelay(true);
  socket.on("error", () => socket.destroy());
  for await (const message of readMessages(socket)) receive(socket, message);
});

await listen();
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, () => stop());
setTimeout(stopIfIdle, IDLE_TIMEOUT_MS);
try {
  await start();
} catch (error) {
  phase = "stopping";
  await stopPostmaster(cluster);
  const { message, todo, output } = asLaunchError(error);
  broadcast({ type: "failed", message, todo, output });
  await leave(1);
}

async function listen() {
  let state = await clusterState(cluster);
  for (;;) {
    const problem = await new Promise((resolve) => {
      server.once("error", resolve);
      server.listen({ port: state.supervisorPort, host: "127.0.0.1", exclusive: true }, () => resolve(null));
    });
    token = state.token;
    if (problem === null) return;
    const line = await ask(state, { role: "nobody" });
    // Taken by another supervisor of this cluster: that one serves, or soon makes room. By anything else: move.
    if (line && line.first.type !== "stopping") process.exit(0);
    if (line) {
      await sleep(50);
      continue;
    }
    state = { ...state, supervisorPort: await anyFreePort() };
    saveClusterState(cluster, state);
  }
}

async function start() {
  let state = await clusterState(cluster);
  const binaries = await findBinaries();
  const user = chooseUser(binaries);
  await clearLeftovers(cluster);
  await prepareDataDirectory(cluster, { binaries, user, state, onProgress });
  for (let attempt = 1; ; attempt++) {
    if ((await portProblem(state.port, "127.0.0.1")) !== null) {
      state = { ...state, port: await freePortFrom(cluster.firstPort) };
      saveClusterState(cluster, state);
    }
    try {
      const { ended } = await startPostmaster(cluster, { binaries, user, port: state.port });
      ended.then(() => postgresDied());
      break;
    } catch (error) {
      if (!(error instanceof TransientError) || attempt === MOST_ATTEMPTS) throw error;
      await sleep(300);
    }
  }
  if (!state.settled) {
    await createDatabase(state);
    saveClusterState(cluster, { ...state, settled: true });
  }
  phase = "ready";
  ready = { type: "ready", port: state.port, version: user.version };
  broadcast(ready);
  if (everLeased) stopIfIdle();
}

/** @param {import("./cluster.mjs").ClusterState} state */
async function createDatabase(state) {
  const { default: postgres } = await import("postgres");
  const admin = postgres(databaseUrl(state, "postgres"), { max: 1, onnotice: () => {} });
  const [known] = await admin`select 1 from pg_database where datname = 'gatehouse'`;
  if (!known) await admin`create database gatehouse`;
  await admin.end();
}

/**
 * @param {net.Socket} socket
 * @param {import("./messages.mjs").Message} message
 */
function receive(socket, message) {
  if (message?.token !== token) {
    socket.destroy();
    return;
  }
  if (message.type === "release") {
    release(socket);
    return;
  }
  if (phase === "stopping") {
    sendMessage(socket, { type: "stopping" });
    socket.end();
    return;
  }
  const product = [...leases].find(({ role }) => role === "product");
  if (message.role === "nobody" || (message.role === "product" && product)) {
    sendMessage(socket, {
      type: "refused",
      holder: product && { pid: product.pid, address: product.address },
    });
    socket.end();
    return;
  }
  everLeased = true;
  leases.add({ socket, role: message.role, pid: message.pid, address: message.address });
  socket.once("close", () => release(socket));
  sendMessage(socket, { type: "progress", text: progress });
  if (ready) sendMessage(socket, ready);
}

/** @param {net.Socket} socket */
function release(socket) {
  for (const lease of leases) if (lease.socket === socket) leases.delete(lease);
  if (leases.size > 0) socket.end();
  else waitingForStop.add(socket);
  stopIfIdle();
}

function stopIfIdle() {
  if (leases.size === 0 && phase === "ready") stop();
}

async function stop() {
  if (phase === "stopping") return;
  phase = "stopping";
  await stopPostmaster(cluster);
  await leave(0);
}

async function postgresDied() {
  if (phase === "stopping") return;
  phase = "stopping";
  broadcast({ type: "died", output: tail(cluster.log) });
  await leave(1);
}

/** @param {number} code */
async function leave(code) {
  phase = "stopping";
  server.close();
  const open = [...[...leases].map(({ socket }) => socket), ...waitingForStop].filter(
    (socket) => !socket.destroyed,
  );
  await Promise.all(open.map((socket) => new Promise((resolve) => socket.end(() => resolve(undefined)))));
  process.exit(code);
}

/** @param {string} text */
function onProgress(text) {
  progress = text;
  broadcast({ type: "progress", text });
}

/** @param {import("./messages.mjs").Message} message */
function broadcast(message) {
  for (const { socket } of leases) sendMessage(socket, message);
}
