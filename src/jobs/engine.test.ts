import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { enqueueScheduled } from "@/domain/jobs/schedules";
import { enqueueOne, makeRunTable, until } from "@/testing/jobs";
import { define, type Retry } from "./definition";
import { type Engine, startEngine } from "./engine";

const AT_ONCE: Retry = { attempts: 3, firstSeconds: 0.01, longestSeconds: 0.01 };
const engines: Engine[] = [];

beforeEach(makeRunTable);
afterEach(async () => {
  await Promise.all(engines.splice(0).map((engine) => engine.stop()));
});

type Handle = (payload: { user_id: string }, run: { signal: AbortSignal }) => Promise<unknown>;

function start(
  handle: Handle,
  { retry = AT_ONCE, timeLimitSeconds = 60, atOnce = 2, leaseSeconds = 2 } = {},
) {
  const purge_account = define("purge_account", { handle, retry, timeLimitSeconds });
  const engine = startEngine({ definitions: { purge_account }, atOnce, leaseSeconds, schedules: false });
  engines.push(engine);
  return engine;
}

const rows = () => database()`select * from jobs order by created_at`;
const untilDone = () => until(async () => (await rows()).every((row) => row.done_at ?? row.failed_at));

describe("an engine", () => {
  it("runs what waits, and what comes, once each, and no more at a time than it may", async () => {
    let now = 0;
    let most = 0;
    let runs = 0;
    for (let n = 0; n < 10; n++) await enqueueOne();
    start(async () => {
      runs++;
      most = Math.max(most, ++now);
      await sleep(10);
      now--;
    });
    for (let n = 0; n < 10; n++) await enqueueOne();
    await untilDone();
    expect({ runs, most }).toEqual({ runs: 20, most: 2 });
    expect((await rows()).every(({ attempts, lease_id }) => attempts === 1 && lease_id === null)).toBe(true);
  });

  it("leaves alone what is for later, and what is of a kind that it doesn't know", async () => {
    await enqueueOne({ at: new Date(Date.now() + 3_600_000) });
    await database()`insert into jobs (kind) values ('of_tomorrow')`;
    await enqueueOne();
    start(async () => {});
    await until(async () => (await rows()).some(({ done_at }) => done_at !== null));
    await sleep(1_500);
    expect((await rows()).map(({ done_at }) => done_at !== null)).toEqual([false, false, true]);
  });

  it("finds work by itself where no notice arrives", async () => {
    start(async () => {});
    await database()`
      insert into jobs (kind, payload) values ('purge_account', jsonb_build_object('user_id', gen_random_uuid()))
    `;
    await untilDone();
  });

  it("tries again what failed, and gives up in the end with the reason of the last time", async () => {
    let runs = 0;
    await enqueueOne();
    start(async () => {
      throw new Error(`no luck, ${++runs}`);
    });
    await untilDone();
    expect(await rows()).toMatchObject([
      { attempts: 3, last_error: "no luck, 3", done_at: null, failed_at: expect.any(Date), lease_id: null },
    ]);
  });

  it("is done with what succeeds the second time, and keeps no reason", async () => {
    let runs = 0;
    await enqueueOne();
    start(async () => {
      if (++runs === 1) throw new Error("no luck");
    });
    await untilDone();
    expect(await rows()).toMatchObject([{ attempts: 2, last_error: null, done_at: expect.any(Date) }]);
  });

  it("gives up at once what its payload makes impossible, and what ended each process that tried", async () => {
    await database()`insert into jobs (kind, payload) values ('purge_account', '{}')`;
    await enqueueOne();
    await database()`update jobs set attempts = 3, lease_id = gen_random_uuid(), leased_until = now() - interval '1 s'
      where payload ? 'user_id'`;
    start(async () => expect.unreachable());
    await untilDone();
    expect(await rows()).toMatchObject([
      { attempts: 1, last_error: "Its payload is not what this version expects" },
      { attempts: 4, last_error: "It never came to an end" },
    ]);
  });

  it("keeps the lease of what takes long", async () => {
    await enqueueOne();
    let runs = 0;
    const long = async () => {
      runs++;
      await sleep(5_000);
    };
    start(long);
    start(long);
    await untilDone();
    expect(runs).toBe(1);
  });

  it("lets go of what takes too long, and says so", async () => {
    await enqueueOne();
    let aborted = false;
    const endless: Handle = (_, { signal }) =>
      new Promise<void>((resolve) =>
        signal.addEventListener("abort", () => {
          aborted = true;
          resolve();
        }),
      );
    start(endless, { timeLimitSeconds: 1, retry: { ...AT_ONCE, attempts: 1 } });
    await untilDone();
    expect(aborted).toBe(true);
    expect(await rows()).toMatchObject([{ last_error: "It took too long", failed_at: expect.any(Date) }]);
  });

  it("doesn't say how a job ended that another has taken over", async () => {
    await enqueueOne();
    const engine = start(async () => {
      await database()`update jobs set lease_id = gen_random_uuid()`;
      throw new Error("too late to matter");
    });
    await until(async () => (await rows())[0]?.attempts === 1);
    await engine.stop();
    expect(await rows()).toMatchObject([{ last_error: null, done_at: null, failed_at: null }]);
  });

  it("waits at its end for what is under way, and takes nothing more", async () => {
    for (let n = 0; n < 5; n++) await enqueueOne();
    const engine = start(() => sleep(300));
    await until(async () => (await rows()).filter(({ lease_id }) => lease_id !== null).length === 2);
    await engine.stop();
    expect((await rows()).filter(({ done_at }) => done_at !== null)).toHaveLength(2);
    expect((await rows()).filter(({ attempts }) => attempts > 0)).toHaveLength(2);
  });
});

describe("a schedule", () => {
  it("promises each hour's and each day's work once, whoever asks and however often", async () => {
    await Promise.all(Array.from({ length: 20 }, enqueueScheduled));
    const jobs = await rows();
    expect(jobs.map(({ kind, key }) => [kind, key]).sort()).toEqual([
      ["clean_up", expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d$/)],
      ["drop_old_events", expect.stringMatching(/^\d{4}-\d\d-\d\d$/)],
      ["purge_accounts", expect.stringMatching(/^\d{4}-\d\d-\d\d$/)],
    ]);
    await database()`update jobs set key = 'of the time before', done_at = now()`;
    await enqueueScheduled();
    expect(await rows()).toHaveLength(6);
  });
});
