import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Connection } from "@temporalio/client";
import { findGoServer, TEMPORAL } from "@/testing/servers/go-server.mjs";
import { anyFreePort } from "../../../scripts/launch/ground/ports.mjs";

export const hasTemporal = findGoServer(TEMPORAL) !== null;

/** A real server on a port of its own, which keeps what it knows while it is away. */
export async function startTemporal() {
  const folder = mkdtempSync(path.join(tmpdir(), "gatehouse-temporal-"));
  const port = await anyFreePort();
  const address = `127.0.0.1:${port}`;
  let child: ChildProcess | undefined;

  async function start() {
    const file = path.join(folder, "temporal.db");
    const args = ["server", "start-dev", "--headless", "--port", `${port}`, "--db-filename", file];
    child = spawn(findGoServer(TEMPORAL) as string, [...args, "--log-level", "never"], { stdio: "ignore" });
    while (!(await answers(address))) await sleep(200);
  }

  async function kill() {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  }

  await start();
  return {
    address,
    start,
    kill,
    async stop() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answers(address: string) {
  try {
    const connection = await Connection.connect({ address, connectTimeout: 2_000 });
    await connection.workflowService.describeNamespace({ namespace: "default" });
    await connection.close();
    return true;
  } catch {
    return false;
  }
}
