import { type Client, WorkflowExecutionAlreadyStartedError } from "@temporalio/client";
import { type HandedOver, returnJob, takeDueJobs } from "@/domain/jobs/handover";
import type { JobKind } from "@/domain/jobs/kinds";
import { onEnqueued } from "@/domain/jobs/lease";
import type { Definitions } from "@/jobs/definition";
import { log } from "@/lib/log";
import { TASK_QUEUE } from "@/lib/task-queue.mjs";
import { due, type JobToRun } from "./workflows";

const POLL_MS = 1_000;
const LONGEST_WAIT_MS = 10_000;
const ANSWER_MS = 3_000;
const AT_ONCE = 20;
/** A job that was handed over and not begun by then is handed over once more, which changes nothing. */
const LEASE_SECONDS = 60;

export type Relay = { stop: () => Promise<void> };

type Options = { client: Client; definitions: Definitions };

/** Hands due rows to Temporal, each as the workflow of its id: however often that happens, there is one. */
export function startRelay({ client, definitions }: Options): Relay {
  const kinds = Object.keys(definitions);
  let stopping = false;
  let waitMs = POLL_MS;
  let wake = () => {};

  async function relay() {
    while (!stopping) {
      const isMore = await handOverSome().catch(fail);
      if (!isMore) await rest();
    }
  }

  async function handOverSome() {
    const taken = await takeDueJobs({ kinds, limit: AT_ONCE, leaseSeconds: LEASE_SECONDS });
    await Promise.all(taken.map(handOver));
    if (waitMs > POLL_MS) log().info("the jobs go on");
    waitMs = POLL_MS;
    return taken.length === AT_ONCE;
  }

  async function handOver(job: HandedOver) {
    const { timeLimitSeconds = 0 } = definitions[job.kind as JobKind] ?? {};
    const args: [JobToRun] = [{ id: job.id, timeLimitSeconds }];
    const start = () =>
      client.workflow.signalWithStart("job", {
        workflowId: job.id,
        taskQueue: TASK_QUEUE,
        args,
        signal: due,
        // One that was given up may be tried again by an administrator; no other runs twice.
        workflowIdReusePolicy: "ALLOW_DUPLICATE_FAILED_ONLY",
      });
    try {
      await client.connection.withDeadline(Date.now() + ANSWER_MS, start);
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return;
      await returnJob(job);
      throw error;
    }
  }

  function fail(error: unknown) {
    if (waitMs === POLL_MS) log().warn({ error }, "the jobs wait for Temporal or the database");
    waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
    return false;
  }

  async function rest() {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, waitMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (stopping) wake();
    });
  }

  const listener = onEnqueued(() => waitMs === POLL_MS && wake());
  const relaying = relay();
  return {
    async stop() {
      stopping = true;
      wake();
      await Promise.all([relaying, listener.stop()]);
    },
  };
}
