import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { anyFreePort } from "../../scripts/launch/ground/ports.mjs";
import { findPgBouncer } from "./servers/find-pgbouncer.mjs";

const CONNECTIONS = 4;

export type Pooler = { url: string; stop: () => Promise<void> };

/** A pooler that hands its few connections from one transaction to the next, as Neon's and Supabase's do. */
export async function startPooler(databaseUrl: string): Promise<Pooler> {
  const { username, password, hostname, port, pathname } = new URL(databaseUrl);
  const folder = mkdtempSync(path.join(tmpdir(), "gatehouse-pooler-"));
  chmodSync(folder, 0o755);
  const ownPort = await anyFreePort();
  const users = path.join(folder, "users.txt");
  writeFileSync(users, `"${username}" "${password}"\n`, { mode: 0o644 });
  const config = path.join(folder, "pgbouncer.ini");
  writeFileSync(
    config,
    `[databases]
${pathname.slice(1)} = host=${hostname} port=${port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${ownPort}
unix_socket_dir =
auth_type = plain
auth_file = ${users}
pool_mode = transaction
default_pool_size = ${CONNECTIONS}
`,
  );
  // It refuses to be root, and reads its files before it becomes somebody else.
  const asNobody = process.getuid?.() === 0 ? ["--user", "nobody"] : [];
  const child = spawn(findPgBouncer(), ["--quiet", ...asNobody, config], { stdio: "ignore" });
  while (!(await reaches(ownPort))) {
    if (child.exitCode !== null) throw new Error(`pgbouncer ended with ${child.exitCode}.`);
    await sleep(50);
  }
  return {
    url: `postgres://${username}:${password}@127.0.0.1:${ownPort}${pathname}?pgbouncer=true`,
    async stop() {
      child.kill("SIGKILL");
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
      rmSync(folder, { recursive: true });
    },
  };
}

async function reaches(port: number): Promise<boolean> {
  const socket = net.connect(port, "127.0.0.1");
  const reached = await Promise.race([
    once(socket, "connect").then(() => true),
    once(socket, "error").then(() => false),
  ]).catch(() => false);
  socket.destroy();
  return reached;
}
