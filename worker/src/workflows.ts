import {
  ApplicationFailure,
  condition,
  defineSignal,
  proxyActivities,
  setHandler,
} from "@temporalio/workflow";
import type { Activities } from "./activities";

export { remindNewcomer } from "./example/remind-newcomer";

// Workflows run in a sandbox and are replayed: they import nothing but this SDK, and types.

const SHORT = { startToCloseTimeout: "1 minute" } as const;

export type JobToRun = { id: string; timeLimitSeconds: number };

/** It is due, sooner than planned: an administrator has it tried again. */
export const due = defineSignal("due");

/** One row of `jobs`, until it is done or given up. How often and when it is tried again is the job's own rule. */
export async function job({ id, timeLimitSeconds }: JobToRun) {
  let isDue = false;
  setHandler(due, () => {
    isDue = true;
  });
  const { runJob } = proxyActivities<Activities>({
    startToCloseTimeout: (timeLimitSeconds + 60) * 1_000,
    // A worker that was killed is noticed by its silence.
    heartbeatTimeout: "10 seconds",
    retry: { initialInterval: "1 second", maximumInterval: "1 minute" },
  });
  for (;;) {
    isDue = false;
    const { state, retryInMs } = await runJob(id);
    if (state === "done") return;
    if (state === "failed") throw ApplicationFailure.nonRetryable("The job was given up");
    await condition(() => isDue, Math.max(1, retryInMs));
  }
}

/** What a schedule starts: it promises what is due, as rows like any other. */
export async function schedule() {
  const { enqueueDue } = proxyActivities<Activities>(SHORT);
  await enqueueDue();
}
