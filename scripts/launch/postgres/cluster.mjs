import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { LaunchError } from "../ground/failure.mjs";
import { DATA, shown } from "../ground/paths.mjs";
import { anyFreePort, freePortFrom } from "../ground/ports.mjs";

/**
 * @typedef {"main" | "test"} ClusterName
 * @typedef {{ name: ClusterName, folder: string, data: string, log: string, stateFile: string, firstPort: number, options: string[] }} Cluster
 * @typedef {{ port: number, supervisorPort: number, password: string, token: string, settled: boolean }} ClusterState `settled`: the password is set in the server
 */

/**
 * @param {ClusterName} name
 * @returns {Cluster}
 */
export function cluster(name) {
  const folder = name === "main" ? path.join(DATA, "postgres") : path.join(DATA, "test", "postgres");
  const wanted = Number(process.env.GATEHOUSE_POSTGRES_PORT) || 5433;
  return {
    name,
    folder,
    data: path.join(folder, "data"),
    log: path.join(folder, "postgres.log"),
    stateFile: path.join(folder, "cluster.json"),
    firstPort: name === "main" ? wanted : wanted + 1,
    options: name === "main" ? [] : FAST_BUT_UNSAFE,
  };
}

// A test run can do without: a crash of the machine costs only databases that are recreated each time.
const FAST_BUT_UNSAFE = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "max_connections=200",
  "autovacuum_naptime=10min",
  "max_wal_size=2GB",
];

/** @param {Pick<ClusterState, "port" | "password">} state */
export function databaseUrl({ port, password }, database = "gatehouse") {
  return `postgres://gatehouse:${password}@127.0.0.1:${port}/${database}`;
}

/**
 * What every program of this installation must agree on. Made by whoever comes first.
 *
 * @param {Cluster} cluster
 * @returns {Promise<ClusterState>}
 */
export async function clusterState(cluster) {
  const known = readClusterState(cluster);
  if (known) return known;
  mkdirSync(cluster.folder, { recursive: true });
  const created = {
    port: await freePortFrom(cluster.firstPort),
    supervisorPort: await anyFreePort(),
    password: randomBytes(24).toString("hex"),
    token: randomBytes(24).toString("hex"),
    settled: false,
  };
  const draft = writeDraft(cluster, created);
  try {
    // Unlike a rename, a link never replaces what another program put there in the meantime.
    linkSync(draft, cluster.stateFile);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readClusterState(cluster) ?? created;
}

/**
 * @param {Cluster} cluster
 * @param {ClusterState} state
 */
export function saveClusterState(cluster, state) {
  renameSync(writeDraft(cluster, state), cluster.stateFile);
}

/**
 * @param {Cluster} cluster
 * @returns {ClusterState | null}
 */
export function readClusterState(cluster) {
  try {
    const state = JSON.parse(readFileSync(cluster.stateFile, "utf8"));
    if (
      Number.isInteger(state.port) &&
      Number.isInteger(state.supervisorPort) &&
      state.password &&
      state.token
    )
      return state;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "ENOENT") return null;
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new LaunchError(
    `${shown(cluster.stateFile)} is damaged: it holds the port and the password of the embedded database.`,
    {
      todo: [
        "Remove it; the next start generates new ones, and the data stays:",
        `  rm ${shown(cluster.stateFile)}`,
      ],
    },
  );
}

/**
 * @param {Cluster} cluster
 * @param {ClusterState} state
 */
function writeDraft(cluster, state) {
  const draft = `${cluster.stateFile}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600, flush: true });
  return draft;
}
