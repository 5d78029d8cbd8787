import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { NAME } from "../../../src/lib/brand.mjs";
import { LaunchError } from "../ground/failure.mjs";
import { shown } from "../ground/paths.mjs";
import { isAlive } from "../ground/processes.mjs";

/**
 * @typedef {import("./cluster.mjs").Cluster} Cluster
 * @typedef {import("./cluster.mjs").ClusterState} ClusterState
 * @typedef {import("./binaries.mjs").Binaries} Binaries
 * @typedef {import("./binaries.mjs").RunAs} RunAs
 */

/**
 * The folder of the database, made where it is missing and never touched where it isn't what it should be.
 *
 * @param {Cluster} cluster
 * @param {{ binaries: Binaries, user: RunAs & { version: string }, state: ClusterState, onProgress: (text: string) => void }} how
 */
export async function prepareDataDirectory(cluster, { binaries, user, state, onProgress }) {
  removeDrafts(cluster);
  const isNew = !existsSync(cluster.data);
  if (isNew) {
    onProgress("making the database, once");
    await create(cluster, { binaries, user, password: state.password });
  }
  const major = user.version.split(".")[0];
  const made = versionOf(cluster);
  if (made !== major) throw otherVersion(cluster, made, /** @type {string} */ (major));
  handOver(cluster.data, user);
  if (!isNew && !state.settled) await setPassword(cluster.data, { binaries, user, password: state.password });
}

/** @param {Cluster} cluster */
function versionOf(cluster) {
  let made = "";
  try {
    made = readFileSync(path.join(cluster.data, "PG_VERSION"), "utf8").trim();
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code !== "ENOENT" && code !== "ENOTDIR" && code !== "EISDIR") throw error;
  }
  if (/^\d+$/.test(made)) return made;
  throw new LaunchError(`${shown(cluster.data)} is not a data directory of Postgres (no PG_VERSION in it).`, {
    todo: [
      "Put it back from a backup; or move it away, and the next start makes an empty database:",
      `  mv ${shown(cluster.data)} ${shown(cluster.data)}.old`,
    ],
  });
}

/**
 * @param {Cluster} cluster
 * @param {string} made
 * @param {string} ours
 */
function otherVersion(cluster, made, ours) {
  return new LaunchError(
    `The data in ${shown(cluster.data)} belongs to Postgres ${made}; this version brings Postgres ${ours}.`,
    {
      todo: [
        `Take a dump of it with the version of ${NAME} (or any Postgres ${made}) that made it, move it away, start, and load the dump:`,
        `  mv ${shown(cluster.data)} ${shown(cluster.data)}.${made}`,
        "Without anything worth keeping in it, moving it away is enough.",
      ],
    },
  );
}

/**
 * Made beside its place and moved there when whole, so that a crash in between leaves no half database.
 *
 * @param {Cluster} cluster
 * @param {{ binaries: Binaries, user: RunAs, password: string }} how
 */
async function create(cluster, how) {
  const draft = `${cluster.data}.new-${process.pid}`;
  try {
    await fill(draft, cluster, how);
    renameSync(draft, cluster.data);
  } finally {
    rmSync(draft, { recursive: true, force: true });
    rmSync(`${draft}.password`, { force: true });
  }
}

/**
 * @param {string} draft
 * @param {Cluster} cluster
 * @param {{ binaries: Binaries, user: RunAs, password: string }} how
 */
async function fill(draft, cluster, { binaries, user, password }) {
  mkdirSync(draft, { mode: 0o700 });
  handOver(draft, user);
  // The locale decides what upper and lower case are: the system's own would fold ASCII only, or differ between machines.
  const locale =
    process.platform === "linux" ? ["--locale=C.UTF-8"] : ["--locale=C", "--builtin-locale=C.UTF-8"];
  const passwordFile = `${draft}.password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  handOver(passwordFile, user);
  await run(user, binaries.initdb, [
    `--pgdata=${draft}`,
    "--username=gatehouse",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    ...locale,
    "--no-instructions",
    ...(cluster.name === "test" ? ["--no-sync"] : []),
  ]);
  writeFileSync(path.join(draft, "pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
}

/**
 * For when the file with the password was lost: whoever may start the server may also set a new one.
 *
 * @param {string} folder
 * @param {{ binaries: Binaries, user: RunAs, password: string }} how
 */
async function setPassword(folder, { binaries, user, password }) {
  const statement = `alter role gatehouse password '${password}'\n`;
  await run(user, binaries.postgres, ["--single", "-D", folder, "postgres"], statement);
}

/**
 * @param {RunAs} user
 * @param {string} program
 * @param {string[]} args
 * @param {string} [input]
 */
async function run(user, program, args, input = "") {
  const [command, ...rest] = [...user.prefix, program, ...args];
  const child = spawn(/** @type {string} */ (command), rest, {
    env: postgresEnvironment(),
    uid: user.account?.uid,
    gid: user.account?.gid,
    windowsHide: true,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => (output += text));
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  const [code] = await once(child, "close").catch((error) => [error.message]);
  // Single-user mode answers 0 to a statement that failed.
  if (code === 0 && !/\b(ERROR|FATAL|PANIC):/.test(output)) return;
  throw new LaunchError("Making the database failed.", {
    output: output.trim().split("\n").slice(-6).join("\n") || String(code),
  });
}

/** Nothing of the caller's own Postgres set-up or language may reach the server. */
export function postgresEnvironment() {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name) && name !== "NODE_OPTIONS"),
  );
  return { ...env, LC_ALL: "C", NODE_ENV: process.env.NODE_ENV };
}

/**
 * @param {string} folder
 * @param {RunAs} user
 */
function handOver(folder, { owner }) {
  if (!owner || lstatSync(folder).uid === owner.uid) return;
  spawnSync("chown", ["-R", `${owner.uid}:${owner.gid}`, folder]);
}

/** @param {Cluster} cluster */
function removeDrafts(cluster) {
  for (const name of readdirSync(cluster.folder)) {
    const pid = Number(/^data\.new-(\d+)(?:\.password)?$/.exec(name)?.[1]);
    if (pid && !isAlive(pid)) rmSync(path.join(cluster.folder, name), { recursive: true, force: true });
  }
}
