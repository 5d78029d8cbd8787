import type { Worker } from "node:worker_threads";
import { Problem } from "@/lib/errors";
import { log } from "@/lib/log";
import { runOutsideRequests } from "@/lib/request-context.mjs";

type Job = {
  task: unknown;
  expectedMs: number;
  /** Not known of a thread's first job: starting the thread is part of it. */
  startedAt?: number;
  settle: (outcome: { result: unknown } | { problem: Problem }) => void;
};
type Slot = { worker?: Worker; job?: Job };

type PoolOptions = {
  startWorker: () => Worker;
  workers: number;
  mostWaiting: number;
  /** A job that would wait longer than this is refused at once. */
  longestWaitMs: number;
  /** A job that isn't done by then, waiting included, fails. */
  deadlineMs: number;
};

/** First come, first served, by worker threads that are started when there is work and never keep the process alive without. */
export class WorkerPool {
  readonly #options: PoolOptions;
  readonly #slots: Slot[];
  readonly #waiting: Job[] = [];
  // What the last jobs took and what was expected of them: the machine may be slower than we think, or busy.
  #tookMs = 0;
  #expectedMs = 0;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#slots = Array.from({ length: options.workers }, () => ({}));
  }

  run<Result>(task: unknown, { expectedMs }: { expectedMs: number }): Promise<Result> {
    const aheadMs = this.#expectedWaitMs();
    if (this.#waiting.length >= this.#options.mostWaiting || aheadMs > this.#options.longestWaitMs) {
      return Promise.reject(unavailable(aheadMs));
    }
    return new Promise<Result>((resolve, reject) => {
      const timer = setTimeout(() => this.#giveUp(job), this.#options.deadlineMs);
      const job: Job = {
        task,
        expectedMs,
        settle: (outcome) => {
          clearTimeout(timer);
          if ("problem" in outcome) reject(outcome.problem);
          else resolve(outcome.result as Result);
        },
      };
      this.#waiting.push(job);
      this.#next();
    });
  }

  /** Ends the threads. Jobs under way fail. */
  async close() {
    await Promise.all(this.#slots.map(({ worker }) => worker?.terminate()));
  }

  #expectedWaitMs() {
    const workMs = this.#waiting.reduce((sum, { expectedMs }) => sum + expectedMs, 0);
    const slowness = this.#expectedMs > 0 ? Math.max(1, this.#tookMs / this.#expectedMs) : 1;
    return (workMs * slowness) / this.#options.workers;
  }

  #next() {
    const slot = this.#slots.find(({ job }) => job === undefined);
    const job = slot && this.#waiting.shift();
    if (!job) return;
    if (slot.worker) job.startedAt = performance.now();
    slot.worker ??= this.#start(slot);
    slot.job = job;
    slot.worker.ref();
    slot.worker.postMessage(job.task);
  }

  #start(slot: Slot) {
    const worker = runOutsideRequests(this.#options.startWorker);
    worker.on("message", (result) => this.#finish(slot, result));
    worker.on("error", (error) => log().error({ error }, "a worker thread died"));
    worker.on("exit", () => {
      if (slot.worker === worker) slot.worker = undefined;
      const { job } = slot;
      slot.job = undefined;
      job?.settle({ problem: unavailable(0) });
      this.#next();
    });
    return worker;
  }

  #finish(slot: Slot, result: unknown) {
    const { job, worker } = slot;
    if (!job) return;
    slot.job = undefined;
    worker?.unref();
    this.#measure(job);
    job.settle({ result });
    this.#next();
  }

  #measure({ startedAt, expectedMs }: Job) {
    if (startedAt === undefined) return;
    this.#tookMs = 0.9 * this.#tookMs + performance.now() - startedAt;
    this.#expectedMs = 0.9 * this.#expectedMs + expectedMs;
  }

  #giveUp(job: Job) {
    const place = this.#waiting.indexOf(job);
    if (place >= 0) this.#waiting.splice(place, 1);
    // Nothing can be taken from a thread that hangs, so it goes; another one comes with the next job.
    else void this.#slots.find((slot) => slot.job === job)?.worker?.terminate();
    job.settle({ problem: unavailable(this.#expectedWaitMs()) });
  }
}

function unavailable(waitMs: number) {
  return new Problem("SERVICE_UNAVAILABLE", { retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) });
}
