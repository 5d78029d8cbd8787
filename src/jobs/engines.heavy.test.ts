import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase, database } from "@/db/pool";
import { resetSettings } from "@/lib/settings";
import {
  countRuns,
  countUndone,
  enqueueMany,
  enqueueOne,
  type JobProcess,
  makeRunTable,
  startJobProcess,
  until,
} from "@/testing/jobs";
import { makePostgres, type ThrowawayPostgres } from "@/testing/throwaway-postgres";

// Engines in processes of their own, as in production, and what happens to those.

const running: JobProcess[] = [];

beforeEach(makeRunTable);
afterEach(() => {
  for (const { process } of running.splice(0)) process.kill("SIGKILL");
});

async function start(count: number, options: Parameters<typeof startJobProcess>[0] = {}) {
  const started = await Promise.all(Array.from({ length: count }, () => startJobProcess(options)));
  running.push(...started);
  return started;
}

const allDone = async () => (await countUndone()) === 0;

describe("many engines", () => {
  it("ten of them do ten thousand jobs, none lost and none twice", async () => {
    await start(10);
    await enqueueMany(10_000);
    await until(allDone);
    expect(await countRuns()).toEqual([[1, 10_000]]);
    const workers = await database()`select distinct pid from runs`;
    expect(workers.length).toBeGreaterThan(1);
  }, 600_000);

  it("what one of them held when it was killed another does, and everything once", async () => {
    const [victim] = await start(1, { ms: 600_000 });
    await enqueueMany(40);
    const held = () => database()`select id from jobs where lease_id is not null`;
    await until(async () => (await held()).length >= 2);
    await start(2);
    await until(async () => (await countUndone()) <= 2);
    victim!.process.kill("SIGKILL");
    await until(allDone);
    expect(await countRuns()).toEqual([[1, 40]]);
    const [taken] = await database()`select count(*)::int as again from jobs where attempts > 1`;
    expect(taken?.again).toBeGreaterThan(0);
  });
});

describe("an engine that is told to end", () => {
  it("does what is under way, takes nothing more, and is gone in time", async () => {
    const [engine] = await start(1, { ms: 1_500 });
    await enqueueMany(10);
    await until(async () => (await database()`select from jobs where lease_id is not null`).length === 2);
    const told = performance.now();
    engine!.process.kill("SIGTERM");
    const [code] = await once(engine!.process, "exit");
    expect(code).toBe(0);
    expect(performance.now() - told).toBeLessThan(10_000);
    expect(await countUndone()).toBe(8);
    expect(await countRuns()).toEqual([[1, 2]]);
  });

  it("is gone in time also where a job doesn't end, which another then does", async () => {
    const [engine] = await start(1, { ms: 60_000 });
    await enqueueOne();
    await until(async () => (await database()`select from jobs where lease_id is not null`).length === 1);
    engine!.process.kill("SIGTERM");
    await once(engine!.process, "exit");
    await start(1);
    await until(allDone);
    expect(await countRuns()).toEqual([[1, 1]]);
  });
});

describe("a database that goes away", () => {
  let postgres: ThrowawayPostgres | undefined;
  const before = process.env.DATABASE_URL;

  afterEach(async () => {
    for (const { process } of running.splice(0)) process.kill("SIGKILL");
    await moveTo(before ?? "");
    await postgres?.remove();
    postgres = undefined;
  });

  async function moveTo(url: string) {
    await closeDatabase();
    process.env.DATABASE_URL = url;
    resetSettings();
  }

  it("and comes back finds everything done once, with engines that have never ended", async () => {
    postgres = await makePostgres();
    await moveTo(postgres.url);
    await makeRunTable();
    const engines = await start(2, { ms: 20, settings: { LOG_LEVEL: "warn" } });
    await enqueueMany(300);
    await until(async () => (await countUndone()) < 250);
    await postgres.crash();
    await closeDatabase();
    await postgres.start();
    await until(() => allDone().catch(() => false));
    for (const { process } of engines) expect(process.exitCode).toBeNull();
    const done =
      await database()`select count(*)::int from jobs where done_at is not null and failed_at is null`;
    expect(done).toEqual([{ count: 300 }]);
    // Nobody can know whether the line before the crash was the last word: such a handler is safe to repeat, or may be twice.
    const runs = await countRuns();
    expect(runs.reduce((sum, [, jobs]) => sum + jobs, 0)).toBe(300);
    expect(runs.filter(([times]) => times > 2)).toEqual([]);
  });

  it("keeps nobody from starting, who begins when it is there", async () => {
    postgres = await makePostgres();
    await moveTo(postgres.url);
    await makeRunTable();
    await enqueueMany(10);
    await postgres.stop();
    await closeDatabase();
    await start(1);
    await postgres.start();
    await until(() => allDone().catch(() => false));
    expect(await countRuns()).toEqual([[1, 10]]);
  });
});
