import { setTimeout as sleep } from "node:timers/promises";
import { type ClaimedJob, completeJob, failJob, renewLease } from "@/domain/jobs/lease";
import { log } from "@/lib/log";
import { isOutage } from "@/lib/outage";
import { runInContext } from "@/lib/request-context.mjs";
import { traceIdFrom } from "@/lib/trace-id.mjs";
import { traceStep } from "@/lib/tracing.mjs";
import type { AnyDefinition } from "./definition";
import { reasonOf, secondsUntilRetry } from "./failure";

const RECORD_AGAIN_MS = 500;

type Running = { definition: AnyDefinition; leaseSeconds: number };

/** Runs a job that was claimed, keeps its lease meanwhile, and records how it ended. Never throws. */
export function runJob(job: ClaimedJob, running: Running): Promise<void> {
  const traceId = job.traceId ?? traceIdFrom(null);
  return runInContext({ traceId }, () => run(job, { ...running, traceId }));
}

async function run(job: ClaimedJob, { definition, leaseSeconds, traceId }: Running & { traceId: string }) {
  const started = performance.now();
  const told = () => ({
    job: job.id,
    kind: job.kind,
    attempt: job.attempts,
    ms: Math.round(performance.now() - started),
  });
  try {
    // Each attempt counts when it begins. One more than there may be has a predecessor that took its process along.
    if (job.attempts > definition.retry.attempts) throw new Error("It never came to an end");
    const attributes = { "gatehouse.job": job.id, "gatehouse.attempt": job.attempts };
    await traceStep(
      () => ({ name: `job ${job.kind}`, traceId, attributes }),
      () => work(job, { definition, leaseSeconds, traceId }),
    );
  } catch (error) {
    const retryInSeconds = secondsUntilRetry(definition.retry, job.attempts, error);
    const gaveUp = retryInSeconds === null;
    log()[gaveUp ? "error" : "warn"]({ error, ...told() }, gaveUp ? "a job was given up" : "a job failed");
    await record(() => failJob(job, { reason: reasonOf(error), retryInSeconds }), leaseSeconds);
    return;
  }
  await record(() => completeJob(job), leaseSeconds);
  log().info(told(), "job");
}

async function work(job: ClaimedJob, { definition, leaseSeconds, traceId }: Running & { traceId: string }) {
  const over = new AbortController();
  const limit = setTimeout(
    () => over.abort(new Error("It took too long")),
    definition.timeLimitSeconds * 1_000,
  );
  const renewal = setInterval(() => void renew(job, leaseSeconds, over), (leaseSeconds * 1_000) / 3);
  try {
    const aborted = new Promise<never>((_, reject) =>
      over.signal.addEventListener("abort", () => reject(over.signal.reason)),
    );
    const done = definition.run(job.payload, { jobId: job.id, traceId, signal: over.signal });
    await Promise.race([done, aborted]);
  } finally {
    clearTimeout(limit);
    clearInterval(renewal);
  }
}

/** A database that is away for a moment is no loss: the lease is longer than that. */
async function renew(job: ClaimedJob, leaseSeconds: number, over: AbortController) {
  const isMine = await renewLease(job, leaseSeconds).catch(() => true);
  if (!isMine) over.abort(new Error("Its lease was lost"));
}

/** How a job ended is worth some patience while the lease lasts; without it the job runs once more. */
async function record(write: () => Promise<void>, leaseSeconds: number) {
  const deadline = performance.now() + leaseSeconds * 1_000;
  while (true) {
    try {
      return await write();
    } catch (error) {
      if (!isOutage(error) || performance.now() > deadline) {
        log().error({ error }, "how a job ended was not recorded");
        return;
      }
      await sleep(RECORD_AGAIN_MS, undefined, { ref: false });
    }
  }
}
