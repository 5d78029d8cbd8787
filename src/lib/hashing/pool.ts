import { Problem } from "@/lib/errors";
import { log } from "@/lib/log";
import { runOutsideRequests } from "@/lib/request-context.mjs";
import { Lanes } from "./lanes";

/** `lane`: those of one have their turns one after the other; `isKnown`: half of all turns are for these. */
export type Waiting = { expectedMs: number; lane?: string; isKnown?: boolean };

/** A worker thread, or a process that is handled like one. */
export type PoolWorker = {
  on(event: "message", listener: (result: unknown) => void): unknown;
  on(event: "error", listener: (error: unknown) => void): unknown;
  on(event: "exit", listener: () => void): unknown;
  ref(): void;
  unref(): void;
  postMessage(task: unknown): unknown;
  terminate(): unknown;
};

type Job = {
  task: unknown;
  expectedMs: number;
  /** Not known of a thread's first job: starting the thread is part of it. */
  startedAt?: number;
  settle: (outcome: { result: unknown } | { problem: Problem }) => void;
};
type Slot = { worker?: PoolWorker; job?: Job };

type PoolOptions = {
  startWorker: () => PoolWorker;
  workers: number;
  mostWaiting: number;
  /** A job that would wait longer than this is refused at once. */
  longestWaitMs: number;
  /** A job that isn't done by then, waiting included, fails. */
  deadlineMs: number;
};

/** Lane by lane, in each first come, first served, by worker threads that are started when there is work and never keep the process alive without. */
export class WorkerPool {
  readonly #options: PoolOptions;
  readonly #slots: Slot[];
  readonly #known = new Lanes<Job>();
  readonly #others = new Lanes<Job>();
  #isTurnOfKnown = true;
  // What the last jobs took and what was expected of them: the machine may be slower than we think, or busy.
  #tookMs = 0;
  #expectedMs = 0;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#slots = Array.from({ length: options.workers }, () => ({}));
  }

  run<Result>(task: unknown, { expectedMs, lane = "", isKnown = true }: Waiting): Promise<Result> {
    const lanes = isKnown ? this.#known : this.#others;
    const aheadMs = this.#expectedWaitMs(lanes, lane);
    if (this.#isFull(lanes, lane) || aheadMs > this.#options.longestWaitMs) {
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
      lanes.add(lane, job);
      this.#next();
    });
  }

  get waiting(): number {
    return this.#known.count + this.#others.count;
  }

  /** Ends the threads. Jobs under way fail. */
  async close() {
    await Promise.all(this.#slots.map(({ worker }) => worker?.terminate()));
  }

  /** No lane takes all the room, and not all lanes of strangers together. */
  #isFull(lanes: Lanes<Job>, lane: string) {
    const { mostWaiting } = this.#options;
    if (this.#known.count + this.#others.count >= mostWaiting) return true;
    if (lanes === this.#known) return false;
    return lanes.countIn(lane) >= mostWaiting / 8 || lanes.count >= (mostWaiting * 3) / 4;
  }

  #expectedWaitMs(lanes: Lanes<Job>, lane: string) {
    const ownMs = lanes.workAheadMs(lane);
    const otherMs = (lanes === this.#known ? this.#others : this.#known).workMs;
    const workMs = ownMs + Math.min(ownMs, otherMs);
    const slowness = this.#expectedMs > 0 ? Math.max(1, this.#tookMs / this.#expectedMs) : 1;
    return (workMs * slowness) / this.#options.workers;
  }

  #next() {
    const slot = this.#slots.find(({ job }) => job === undefined);
    const job = slot && this.#take();
    if (!job) return;
    if (slot.worker) job.startedAt = performance.now();
    slot.worker ??= this.#start(slot);
    slot.job = job;
    slot.worker.ref();
    slot.worker.postMessage(job.task);
  }

  #take(): Job | undefined {
    const [first, second] = this.#isTurnOfKnown ? [this.#known, this.#others] : [this.#others, this.#known];
    this.#isTurnOfKnown = !this.#isTurnOfKnown;
    return first.next() ?? second.next();
  }

  #start(slot: Slot) {
    const worker = runOutsideRequests(this.#options.startWorker);
    worker.on("message", (result) => this.#finish(slot, result));
    worker.on("error", (error) => log().error({ error }, "a worker died"));
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
    const waited = this.#known.remove(job) || this.#others.remove(job);
    // Nothing can be taken from a thread that hangs, so it goes; another one comes with the next job.
    if (!waited) void this.#slots.find((slot) => slot.job === job)?.worker?.terminate();
    job.settle({ problem: unavailable(job.expectedMs) });
  }
}

function unavailable(waitMs: number) {
  return new Problem("SERVICE_UNAVAILABLE", { retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) });
}
