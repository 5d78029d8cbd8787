import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client, Connection } from "@temporalio/client";
import { historyToJSON } from "@temporalio/common/lib/proto-utils.js";
import { NativeConnection, Worker } from "@temporalio/worker";
import type { Outcome } from "@/domain/jobs/handover";
import { TASK_QUEUE } from "@/lib/task-queue.mjs";
import { arrived } from "../example/remind-newcomer";
import { WORKFLOWS } from "../worker";
import { due } from "../workflows";
import { startTemporal } from "./temporal-server";

// Records what the workflows do, for the replay test: `node --import tsx worker/src/testing/record-histories.ts`. To be run when
// one is new. Old histories stay: workflows that began before a change have to end after it.

const FOLDER = path.join(import.meta.dirname, "histories");
const HOUR_MS = 3_600_000;
/** Else it would be the name of this machine. */
const IDENTITY = "recorder";

const DONE: Outcome = { state: "done", retryInMs: 0 };
const OUTCOMES: Record<string, Outcome[]> = {
  "job-done": [DONE],
  "job-retried": [{ state: "waiting", retryInMs: 50 }, DONE],
  "job-due-sooner": [{ state: "waiting", retryInMs: HOUR_MS }, DONE],
  "job-given-up": [
    { state: "waiting", retryInMs: 50 },
    { state: "failed", retryInMs: 0 },
  ],
};

const temporal = await startTemporal();
const connection = await NativeConnection.connect({ address: temporal.address });
const worker = await Worker.create({
  connection,
  identity: IDENTITY,
  taskQueue: TASK_QUEUE,
  workflowsPath: WORKFLOWS,
  activities: {
    runJob: async (id: string) => OUTCOMES[id]?.shift(),
    enqueueDue: async () => {},
    remind: async () => {},
    closeCase: async () => {},
  },
});
const client = new Client({
  connection: await Connection.connect({ address: temporal.address }),
  identity: IDENTITY,
});

await worker.runUntil(async () => {
  mkdirSync(FOLDER, { recursive: true });
  for (const id of Object.keys(OUTCOMES)) await record(id, "job", [{ id, timeLimitSeconds: 60 }]);
  await record("schedule", "schedule", []);
  await record("remind-newcomer-arrived", "remindNewcomer", ["somebody"]);
});
await client.connection.close();
await connection.close();
await temporal.stop();

async function record(workflowId: string, type: string, args: unknown[]) {
  const handle = await client.workflow.start(type, { workflowId, taskQueue: TASK_QUEUE, args });
  await sleep(500);
  if (workflowId === "job-due-sooner") await handle.signal(due);
  if (workflowId === "remind-newcomer-arrived") await handle.signal(arrived);
  await handle.result().catch(() => {});
  const history = historyToJSON(await handle.fetchHistory());
  writeFileSync(path.join(FOLDER, `${workflowId}.json`), `${history}\n`);
}
