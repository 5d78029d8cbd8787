import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { Client, Connection } from "@temporalio/client";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { retryJob } from "@/domain/jobs/retry-job";
import { define } from "@/jobs/definition";
import { resetSettings } from "@/lib/settings";
import { createUser } from "@/testing/factories";
import { countRuns, countUndone, enqueueMany, enqueueOne, makeRunTable, until } from "@/testing/jobs";
import { ensureSchedules } from "./schedules";
import { hasTemporal, startTemporal } from "./testing/temporal-server";
import { type RunningWorker, startWorker } from "./worker";

const PATIENCE_MS = 300_000;

describe.skipIf(!hasTemporal)("on a real Temporal", () => {
  let temporal: Awaited<ReturnType<typeof startTemporal>>;
  let client: Client;
  const processes: ChildProcess[] = [];
  const workers: RunningWorker[] = [];

  beforeAll(async () => {
    temporal = await startTemporal();
    resetSettings({ TEMPORAL_ADDRESS: temporal.address });
    client = new Client({ connection: Connection.lazy({ address: temporal.address }) });
  }, PATIENCE_MS);
  beforeEach(makeRunTable);
  afterEach(async () => {
    for (const process of processes.splice(0)) process.kill("SIGKILL");
    for (const worker of workers.splice(0)) {
      worker.stop();
      await worker.ended;
    }
  });
  afterAll(async () => {
    await client?.connection.close();
    await temporal?.stop();
    resetSettings();
  });

  async function startProcess(ms = 0) {
    const child = fork("worker/src/testing/worker-process.ts", [String(ms)], {
      execArgv: ["--import", "tsx"],
      env: { ...process.env, TEMPORAL_ADDRESS: temporal.address, ENV_FILE: "" },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    processes.push(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (text) => (output += text));
    const [ready] = await Promise.race([once(child, "message"), once(child, "exit")]);
    if (ready !== "ready") throw new Error(`A worker did not start: ${output}`);
    return child;
  }

  type Handle = (payload: { user_id: string }) => Promise<unknown>;

  async function start(handle: Handle) {
    const retry = { attempts: 3, firstSeconds: 0.1, longestSeconds: 0.1 };
    const worker = await startWorker({ purge_account: define("purge_account", { handle, retry }) });
    workers.push(worker);
  }

  const rows = () => database()`select * from jobs where kind = 'purge_account'`;
  const allDone = async () =>
    (await database()`select from jobs where done_at is null and kind = 'purge_account'`).length === 0;

  it(
    "what a worker held when it was killed another does, and everything once",
    async () => {
      const victim = await startProcess(600_000);
      await enqueueMany(40);
      const held = () => database()`select from jobs where attempts > 0 and done_at is null`;
      await until(async () => (await held()).length >= 4);
      await startProcess();
      victim.kill("SIGKILL");
      await until(allDone);
      expect(await countRuns()).toEqual([[1, 40]]);
    },
    PATIENCE_MS,
  );

  it(
    "while Temporal is away what is promised is promised at once, and done, once each, when it is back",
    async () => {
      await startProcess();
      await enqueueMany(5);
      await until(allDone);
      await temporal.kill();
      const took: number[] = [];
      for (let n = 0; n < 20; n++) {
        const began = performance.now();
        await enqueueOne();
        took.push(performance.now() - began);
      }
      expect(took.sort((a, b) => a - b)[10]).toBeLessThan(250);
      expect((await rows()).filter(({ done_at }) => done_at === null)).toHaveLength(20);
      await temporal.start();
      await until(allDone);
      expect(await countRuns()).toEqual([[1, 25]]);
    },
    PATIENCE_MS,
  );

  it(
    "a job is tried again by its own rule, given up with its reason, and tried once more by an administrator",
    async () => {
      let runs = 0;
      await start(async () => {
        if (++runs <= 3) throw new Error(`no luck, ${runs}`);
      });
      await enqueueOne();
      await until(async () => (await rows()).some(({ failed_at }) => failed_at));
      const [given] = await rows();
      expect(given).toMatchObject({ attempts: 3, last_error: "no luck, 3", lease_id: null });
      const admin = await createUser({ role: "admin" });
      const clientInfo = { address: null, userAgent: null, traceId: "4b".repeat(16) };
      await until(
        async () => (await client.workflow.getHandle(given?.id).describe()).status.name === "FAILED",
      );
      await retryJob({ jobId: given?.id, actorId: admin.id, clientInfo });
      await until(allDone);
      expect(runs).toBe(4);
    },
    PATIENCE_MS,
  );

  it(
    "the hourly schedule is one, whoever makes it and however often, and a schedule fires",
    async () => {
      await Promise.all(Array.from({ length: 5 }, () => ensureSchedules(client)));
      await start(async () => {});
      const ids = async () => {
        const found: string[] = [];
        for await (const { scheduleId } of client.schedule.list()) found.push(scheduleId);
        return found;
      };
      await until(async () => (await ids()).length > 0);
      expect(await ids()).toEqual(["gatehouse-hourly"]);

      await database()`delete from jobs`;
      await ensureSchedules(client, { "every-second": { intervals: [{ every: "1 second" }] } });
      await until(async () => (await database()`select distinct kind from jobs`).length === 3);
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      expect(await database()`select kind from jobs order by kind`).toEqual([
        { kind: "clean_up" },
        { kind: "drop_old_events" },
        { kind: "purge_accounts" },
      ]);
      await client.schedule.getHandle("every-second").delete();
    },
    PATIENCE_MS,
  );

  it(
    "no workflow is handed more than a row's id",
    async () => {
      await start(async () => {});
      await enqueueOne();
      await until(async () => (await countUndone()) === 0 || allDone());
      const [row] = await rows();
      const history = await client.workflow.getHandle(row?.id).fetchHistory();
      const text = JSON.stringify(history);
      expect(text).not.toContain(row?.payload.user_id);
    },
    PATIENCE_MS,
  );
});
