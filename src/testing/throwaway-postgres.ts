import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import connect from "postgres";
import { DATA } from "../../scripts/launch/ground/paths.mjs";
import { anyFreePort } from "../../scripts/launch/ground/ports.mjs";
import { chooseUser, findBinaries } from "../../scripts/launch/postgres/binaries.mjs";
import { type Cluster, databaseUrl } from "../../scripts/launch/postgres/cluster.mjs";
import { prepareDataDirectory } from "../../scripts/launch/postgres/data-directory.mjs";
import { startPostmaster, stopPostmaster } from "../../scripts/launch/postgres/postmaster.mjs";
import { migrate } from "../db/migrate.mjs";

export type ThrowawayPostgres = {
  url: string;
  start: () => Promise<void>;
  /** As an operator stops it: open transactions are rolled back. */
  stop: () => Promise<void>;
  /** As a crash ends it. */
  crash: () => Promise<void>;
  remove: () => Promise<void>;
};

/** A migrated Postgres of one's own, to be stopped and killed: it runs, and commits are on disk as in production. */
export async function makePostgres(): Promise<ThrowawayPostgres> {
  const port = await anyFreePort();
  const folder = path.join(DATA, "test", `throwaway-${port}`);
  mkdirSync(folder, { recursive: true });
  const cluster: Cluster = {
    name: "test",
    folder,
    data: path.join(folder, "data"),
    log: path.join(folder, "postgres.log"),
    stateFile: path.join(folder, "cluster.json"),
    firstPort: port,
    options: ["max_connections=20"],
  };
  const binaries = await findBinaries();
  const user = chooseUser(binaries);
  const password = "throwaway";
  const state = { port, supervisorPort: port, password, token: "", settled: true };
  await prepareDataDirectory(cluster, { binaries, user, state, onProgress: () => {} });
  let running: { pid: number; ended: Promise<void> } | undefined;
  const url = databaseUrl({ port, password });

  const postgres = {
    url,
    async start() {
      for (let attempt = 1; ; attempt++) {
        try {
          running = await startPostmaster(cluster, { binaries, user, port });
          return;
        } catch (error) {
          // After a crash its backends hold the memory until they notice.
          if (attempt === 20) throw error;
          await sleep(100);
        }
      }
    },
    stop: () => stopPostmaster(cluster),
    async crash() {
      if (running) process.kill(running.pid, "SIGKILL");
      await running?.ended;
    },
    async remove() {
      await stopPostmaster(cluster);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await postgres.start();
  const admin = new URL(url);
  const name = admin.pathname.slice(1);
  admin.pathname = "/postgres";
  const sql = connect(admin.href, { max: 1, onnotice: () => {} });
  await sql.unsafe(`create database ${name}`);
  await sql.end();
  await migrate(url);
  return postgres;
}
