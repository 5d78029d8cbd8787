import type { JobKind } from "@/domain/jobs/kinds";
import { claimJob, onEnqueued } from "@/domain/jobs/lease";
import { enqueueScheduled } from "@/domain/jobs/schedules";
import { log } from "@/lib/log";
import type { Definitions } from "./definition";
import { runJob } from "./run-job";

const POLL_MS = 1_000;
const SCHEDULE_MS = 60_000;
/** Within the guard's hard stop. What is not done by then runs again when its lease is over. */
const DRAIN_MS = 8_000;

export type Engine = { stop: () => Promise<void> };

type Options = {
  definitions: Definitions;
  atOnce: number;
  /** How long after a crash its jobs are taken up by others. Renewed while one is run. */
  leaseSeconds?: number;
  schedules?: boolean;
};

/**
 * Works jobs off beside requests: a few at a time, as soon as it hears of them and at least every second, in every process
 * that has one. It needs no database to start, and goes on by itself when one comes back.
 */
export function startEngine({ definitions, atOnce, leaseSeconds = 15, schedules = true }: Options): Engine {
  const kinds = Object.keys(definitions);
  const workers = new Set<Promise<void>>();
  let scheduling: Promise<void> | undefined;
  let stopping = false;
  let missed = false;
  let away = false;

  /** One more worker, if there may be. A call that comes while all are busy has the last of them look once more. */
  function wake() {
    if (stopping) return;
    missed = workers.size >= atOnce;
    if (missed) return;
    const worker = workOff().finally(() => workers.delete(worker));
    workers.add(worker);
  }

  /** Takes job after job, and help as long as there are any. */
  async function workOff() {
    while (!stopping) {
      const job = await claim();
      if (job === undefined && !missed) return;
      missed = false;
      if (job === undefined) continue;
      wake();
      const definition = definitions[job.kind as JobKind];
      if (definition) await runJob(job, { definition, leaseSeconds });
    }
  }

  async function claim() {
    return withoutOutage(() => claimJob(kinds, leaseSeconds));
  }

  async function withoutOutage<T>(ask: () => Promise<T>): Promise<T | undefined> {
    try {
      const answer = await ask();
      if (away) log().info("the jobs go on");
      away = false;
      return answer;
    } catch (error) {
      if (!away) log().warn({ error }, "the jobs wait for the database");
      away = true;
      return undefined;
    }
  }

  function schedule() {
    scheduling = withoutOutage(enqueueScheduled).then(wake);
  }

  const listener = onEnqueued(wake);
  const timers = [setInterval(wake, POLL_MS).unref()];
  if (schedules) {
    timers.push(setInterval(schedule, SCHEDULE_MS).unref());
    schedule();
  }
  wake();
  let stopped: Promise<void> | undefined;

  async function stop() {
    stopping = true;
    for (const timer of timers) clearInterval(timer);
    const drained = new Promise((resolve) => setTimeout(resolve, DRAIN_MS).unref());
    await Promise.race([Promise.all([...workers, scheduling, listener.stop()]), drained]);
  }

  return {
    stop() {
      stopped ??= stop();
      return stopped;
    },
  };
}
