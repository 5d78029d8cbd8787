import { setTimeout as sleep } from "node:timers/promises";
import { DefaultLogger, Runtime } from "@temporalio/worker";
import { closeDatabase } from "@/db/pool";
import { DEFINITIONS } from "@/jobs/definitions";
import { log } from "@/lib/log";
import { SettingsError, settings } from "@/lib/settings";
import { logStart } from "@/lib/start-line";
import { whereTemporalIs } from "./connection";
import { type RunningWorker, startWorker } from "./worker";

// npm run worker: relays jobs to Temporal and runs them there. Any number may run.

const AGAIN_MS = 5_000;

try {
  settings();
  whereTemporalIs();
} catch (error) {
  process.stderr.write(`${error instanceof SettingsError ? error.message : String(error)}\n`);
  process.exit(1);
}

logStart("worker");

// What the SDK has to say, in the one log.
Runtime.install({
  logger: new DefaultLogger("WARN", ({ level, message }) =>
    log()[level === "ERROR" ? "error" : "warn"]({ component: "temporal" }, message),
  ),
});

const worker = await untilReached();
log().info("the worker runs");
await worker.ended;
await closeDatabase();

async function untilReached(): Promise<RunningWorker> {
  for (;;) {
    try {
      return await startWorker(DEFINITIONS);
    } catch (error) {
      log().warn({ error }, "the worker waits for Temporal or the database");
      await sleep(AGAIN_MS);
    }
  }
}
