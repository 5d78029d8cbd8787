import { Worker } from "node:worker_threads";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Problem } from "@/lib/errors";
import { requestContext, runInContext } from "@/lib/request-context.mjs";
import { WorkerPool } from "./pool";

// Does what it is told: waits so many milliseconds and says so, or dies.
const SCRIPT = `
  const { parentPort, threadId } = require("node:worker_threads");
  parentPort.on("message", (order) => {
    if (order === "die") process.exit(1);
    if (order === "throw") throw new Error("of its own doing");
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, order);
    parentPort.postMessage({ order, threadId });
  });`;

type Answer = { order: number; threadId: number };

let pool: WorkerPool;
let started: Worker[];

function open(options: Partial<ConstructorParameters<typeof WorkerPool>[0]> = {}) {
  started = [];
  pool = new WorkerPool({
    startWorker: () => {
      const worker = new Worker(SCRIPT, { eval: true });
      started.push(worker);
      return worker;
    },
    workers: 2,
    mostWaiting: 100,
    longestWaitMs: 10_000,
    deadlineMs: 10_000,
    ...options,
  });
}

function run(order: number | "die" | "throw", expectedMs = 1) {
  return pool.run<Answer>(order, { expectedMs });
}

function runFor(lane: string, { isKnown = false, expectedMs = 1 } = {}) {
  return pool.run<Answer>(2, { expectedMs, lane, isKnown });
}

async function problemOf(promise: Promise<unknown>) {
  const reason = await promise.then(
    () => "no problem",
    (error: unknown) => error,
  );
  expect(reason).toBeInstanceOf(Problem);
  return reason as Problem;
}

afterEach(() => pool.close());

describe("a pool of worker threads", () => {
  it("starts no thread before there is work, and none above its number", async () => {
    open();
    expect(started).toHaveLength(0);
    await run(1);
    expect(started).toHaveLength(1);
    const answers = await Promise.all(Array.from({ length: 20 }, () => run(2)));
    expect(started).toHaveLength(2);
    expect(new Set(answers.map(({ threadId }) => threadId)).size).toBe(2);
  });

  it("works first come, first served", async () => {
    open({ workers: 1 });
    const done: number[] = [];
    const orders = [5, 1, 4, 2, 3];
    await Promise.all(orders.map((order) => run(order).then((answer) => done.push(answer.order))));
    expect(done).toEqual(orders);
  });

  it("refuses at once what is too many, and says when to come back", async () => {
    open({ mostWaiting: 3 });
    let done = 0;
    const jobs = Array.from({ length: 7 }, () =>
      run(100).then(
        () => done++,
        (error: unknown) => error,
      ),
    );
    const problem = await problemOf(run(100));
    expect(problem.code).toBe("SERVICE_UNAVAILABLE");
    expect(problem.retryAfterSeconds).toBe(1);
    expect(done, "jobs done before it was refused").toBe(0);
    expect((await Promise.all(jobs)).filter((outcome) => outcome instanceof Problem)).toHaveLength(2);
  });

  it("refuses what would wait too long, by what jobs are expected to take", async () => {
    open({ longestWaitMs: 1_000 });
    const jobs = Array.from({ length: 4 }, () => run(10, 1_500));
    const problem = await problemOf(run(10, 1));
    expect(problem.retryAfterSeconds).toBe(2);
    await Promise.all(jobs);
    await run(10, 1_500);
  });

  it("learns that jobs take longer than expected", async () => {
    open({ workers: 1, longestWaitMs: 100 });
    await run(1, 1);
    await run(50, 1);
    const [, , ...rest] = Array.from({ length: 8 }, () => run(10, 1).catch((error: unknown) => error));
    expect((await Promise.all(rest)).some((outcome) => outcome instanceof Problem)).toBe(true);
  });

  it("fails a job that isn't done in time, the waiting ones too, and goes on with a fresh thread", async () => {
    open({ workers: 1, deadlineMs: 1_000 });
    const { threadId } = await runAtLast();
    const stuck = problemOf(run(60_000));
    const behind = problemOf(run(1));
    expect((await stuck).code).toBe("SERVICE_UNAVAILABLE");
    expect((await behind).code).toBe("SERVICE_UNAVAILABLE");
    expect((await runAtLast()).threadId).not.toBe(threadId);
  });

  /** A thread takes a moment to start, on a busy machine longer than the deadline of that test. */
  function runAtLast() {
    return vi.waitFor(() => run(1), { timeout: 15_000 });
  }

  it("starts its threads for all: what they log isn't the request's that came first", async () => {
    const heard: unknown[] = [];
    open({
      startWorker: () => new Worker(SCRIPT, { eval: true }).on("message", () => heard.push(requestContext())),
    });
    await runInContext({ traceId: "of the first" }, async () => {
      await run(1);
      expect(requestContext()?.traceId).toBe("of the first");
    });
    expect(heard).toEqual([undefined]);
  });

  it.each(["die", "throw"] as const)(
    "replaces a thread that is told to %s; only its own job fails",
    async (end) => {
      open({ workers: 1 });
      const { threadId } = await run(1);
      const [killed, next] = await Promise.all([problemOf(run(end)), run(1)]);
      expect(killed.code).toBe("SERVICE_UNAVAILABLE");
      expect(next.threadId).not.toBe(threadId);
    },
  );
});

describe("turns", () => {
  it("go round the networks: one that sends hundreds keeps no other waiting", async () => {
    open({ workers: 1, mostWaiting: 400 });
    const order: string[] = [];
    const note = (lane: string) => runFor(lane).then(() => order.push(lane));
    const flood = Array.from({ length: 40 }, () => note("flood"));
    const others = ["one", "two", "three"].map(note);
    await Promise.all(others);
    expect(order.length).toBeLessThanOrEqual(10);
    await Promise.all(flood);
  });

  it("refuse who sends too many, and still take others at once", async () => {
    open({ workers: 1, mostWaiting: 80, longestWaitMs: 1_000 });
    const flood = Array.from({ length: 60 }, () =>
      runFor("flood", { expectedMs: 100 }).catch((error) => error),
    );
    const other = runFor("other", { expectedMs: 100 });
    expect((await flood.at(-1)) instanceof Problem).toBe(true);
    await other;
    await Promise.all(flood);
  });

  it("are kept for known devices, however many networks ask at once", async () => {
    open({ workers: 1, mostWaiting: 100 });
    const flood = Array.from({ length: 200 }, (_, at) => runFor(`network ${at}`).catch((error) => error));
    let isDone = false;
    const known = runFor("home", { isKnown: true }).then(() => {
      isDone = true;
    });
    await Promise.all(flood.slice(0, 5));
    await known;
    expect(isDone).toBe(true);
    const outcomes = await Promise.all(flood);
    expect(outcomes.filter((outcome) => outcome instanceof Problem).length).toBeGreaterThan(100);
  });
});
