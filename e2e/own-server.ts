import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "@playwright/test";
import postgres from "postgres";
import { migrate } from "../src/db/migrate.mjs";

export type OwnServer = {
  address: string;
  pid: number;
  /** All that it has written so far. */
  log: () => string;
  stop: () => Promise<void>;
};

/** A second server from the same build, for what would disturb the other tests. */
export async function startOwnServer(env: Record<string, string>): Promise<OwnServer> {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const server = spawn(
    process.execPath,
    ["--import", "./src/guard/index.mjs", "node_modules/next/dist/bin/next", "start"],
    {
      env: {
        ...process.env,
        NODE_ENV: "production",
        PORT: String(port),
        SECRET_KEY: randomBytes(32).toString("hex"),
        STORAGE: mkdtempSync(path.join(tmpdir(), "gatehouse-files-")),
        LOG_FORMAT: "json",
        RATE_LIMIT_AUTH_PER_MINUTE: "0",
        RATE_LIMIT_ACCOUNT_FAILURES: "0",
        RATE_LIMIT_USER_PER_MINUTE: "0",
        OVERLOAD_DELAY_MS: "0",
        ...env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let log = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (text) => (log += text));
  await expect(
    async () => expect((await fetch(`${address}/live`)).status, log).toBe(200),
    "the server answers",
  ).toPass({ timeout: 90_000 });
  return { address, pid: Number(server.pid), log: () => log, stop: () => stop(server) };
}

/** With a fresh database of its own that isn't set up; `via` is a proxy in front of it. */
export async function startFreshInstallation(
  env: Record<string, string> = {},
  via = (databaseUrl: string) => databaseUrl,
): Promise<OwnServer & { database: string }> {
  const url = new URL(process.env.DATABASE_URL ?? "");
  const admin = postgres(url.href, { max: 1, onnotice: () => {} });
  const name = `gatehouse_e2e_${randomBytes(5).toString("hex")}`;
  await admin.unsafe(`create database ${name}`);
  url.pathname = `/${name}`;
  await migrate(url.href);
  const server = await startOwnServer({ DATABASE_URL: via(url.href), ...env });
  return {
    ...server,
    database: url.href,
    async stop() {
      await server.stop();
      await admin.unsafe(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}

async function stop(server: ChildProcess) {
  server.kill("SIGTERM");
  if (server.exitCode === null) await once(server, "exit");
}

async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}
