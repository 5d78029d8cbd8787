import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, expect, it } from "vitest";
import { database } from "@/db/pool";
import { countUndone, enqueueMany, enqueueOne, makeRunTable } from "@/testing/jobs";
import { define } from "./definition";
import { runDueJobs } from "./run-due-jobs";

beforeEach(makeRunTable);

type Handle = (payload: { user_id: string }, run: { jobId: string }) => Promise<unknown>;

function run(handle: Handle, bounds: { most?: number; seconds?: number } = {}) {
  const definitions = { purge_account: define("purge_account", { handle }) };
  return runDueJobs({ definitions, atOnce: 2, most: 100, seconds: 60, ...bounds });
}

it("runs all that is due and what that asks for, and leaves what is for later", async () => {
  await enqueueMany(5);
  await enqueueOne({ at: new Date(Date.now() + 3_600_000) });
  let runs = 0;
  expect(
    await run(async () => {
      if (++runs === 1) await enqueueOne();
    }),
  ).toBe(6);
  expect(await countUndone()).toBe(1);
});

it("runs no more than it may, and begins none when the time is over", async () => {
  await enqueueMany(5);
  expect(await run(async () => {}, { most: 3 })).toBe(3);
  expect(await run(async () => {}, { seconds: 0 })).toBe(0);
  expect(await countUndone()).toBe(2);
});

it("several at once run each job once", async () => {
  await enqueueMany(40);
  const handle: Handle = async (_, { jobId }) => {
    await database()`insert into runs values (${jobId}, ${process.pid})`;
    await sleep(5);
  };
  const counts = await Promise.all(Array.from({ length: 4 }, () => run(handle)));
  expect(counts.reduce((sum, count) => sum + count)).toBe(40);
  expect(await database()`select job from runs group by job having count(*) > 1`).toEqual([]);
  expect(await countUndone()).toBe(0);
});
