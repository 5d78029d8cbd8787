import { setTimeout as sleep } from "node:timers/promises";
import { DefaultLogger, Runtime } from "@temporalio/worker";
import { closeDatabase } from "@/db/pool";
import { DEFINITIONS } from "@/jobs/definitions";
import { EnvironmentError, resolveEnvironment } from "@/lib/environment.mjs";
import { log } from "@/lib/log";
import { SettingsError, settings } from "@/lib/settings";
import { logStart } from "@/lib/start-line";
import { whereTemporalIs } from "./connection";
import { type RunningWorker, startWorker } from "./worker";

// npm run worker: relays jobs to Temporal and runs them there. Any number may run.

const AGAIN_MS = 5_000;
const STOPS = ["SIGINT", "SIGTERM"] as const;

try {
  // In its image nothing runs before it that would read the files which settings come from.
  resolveEnvironment();
  settings();
  whereTemporalIs();
} catch (error) {
  const isExpected = error instanceof EnvironmentError || error instanceof SettingsError;
  process.stderr.write(`${isExpected ? error.message : String(error)}\n`);
  process.exit(1);
}

logStart("worker");

// What the SDK has to say, in the one log.
Runtime.install({
  logger: new DefaultLogger("WARN", ({ level, message }) =>
    log()[level === "ERROR" ? "error" : "warn"]({ component: "temporal" }, message),
  ),
});

// While it waits nothing is under way that would have to end first; later the SDK listens for these.
const leave = () => process.exit(0);
for (const signal of STOPS) process.on(signal, leave);
const worker = await untilReached();
for (const signal of STOPS) process.off(signal, leave);
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
