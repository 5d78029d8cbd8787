import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Client, Connection } from "@temporalio/client";
import { NativeConnection, Worker } from "@temporalio/worker";
import { enqueueScheduled } from "@/domain/jobs/schedules";
import type { Definitions } from "@/jobs/definition";
import { settings } from "@/lib/settings";
import { TASK_QUEUE } from "@/lib/task-queue.mjs";
import { createActivities } from "./activities";
import { whereTemporalIs } from "./connection";
import { startRelay } from "./relay";
import { ensureSchedules } from "./schedules";

export const WORKFLOWS = fileURLToPath(new URL("./workflows.ts", import.meta.url));

/** As the image has them: bundled when it was built, which saves a hundred megabytes of memory and needs no compiler. */
const BUNDLED = fileURLToPath(new URL("./workflow-bundle.js", import.meta.url));

export type RunningWorker = {
  /** Settles when it has ended, and everything under way with it. */
  ended: Promise<void>;
  stop: () => void;
};

/** Rejects where Temporal can't be reached yet. Later it may come and go. */
export async function startWorker(definitions: Definitions): Promise<RunningWorker> {
  const namespace = settings().TEMPORAL_NAMESPACE;
  const where = whereTemporalIs();
  const connection = await NativeConnection.connect(where);
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue: TASK_QUEUE,
    ...(existsSync(BUNDLED) ? { workflowBundle: { codePath: BUNDLED } } : { workflowsPath: WORKFLOWS }),
    activities: createActivities(definitions),
    shutdownGraceTime: "8 seconds",
  });
  const client = new Client({ connection: Connection.lazy(where), namespace });
  await ensureSchedules(client);
  await enqueueScheduled();
  const relay = startRelay({ client, definitions });

  async function run() {
    try {
      await worker.run();
    } finally {
      await relay.stop();
      await client.connection.close();
      await connection.close();
    }
  }

  return { ended: run(), stop: () => worker.getState() === "RUNNING" && worker.shutdown() };
}
