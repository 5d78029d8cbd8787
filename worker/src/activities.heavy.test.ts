import { setTimeout as sleep } from "node:timers/promises";
import { MockActivityEnvironment } from "@temporalio/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import type { Outcome } from "@/domain/jobs/handover";
import { define } from "@/jobs/definition";
import { enqueueOne, makeRunTable } from "@/testing/jobs";
import { createActivities } from "./activities";

// The activity by itself: no Temporal, a real Postgres.

beforeEach(makeRunTable);

type Handle = (payload: { user_id: string }, run: { signal: AbortSignal }) => Promise<unknown>;

async function attempt(handle: Handle, id?: string): Promise<Outcome & { beats: number }> {
  const retry = { attempts: 2, firstSeconds: 60, longestSeconds: 60 };
  const { runJob } = createActivities({ purge_account: define("purge_account", { handle, retry }) });
  const environment = new MockActivityEnvironment();
  let beats = 0;
  environment.on("heartbeat", () => beats++);
  const outcome = (await environment.run(runJob, id ?? (await onlyJob()).id)) as Outcome;
  return { ...outcome, beats };
}

async function onlyJob() {
  const [job] = await database()`select * from jobs`;
  return job as NonNullable<typeof job>;
}

describe("the activity", () => {
  it("runs the job that the row names, and writes down that it is done", async () => {
    await enqueueOne();
    expect(await attempt(async () => {})).toMatchObject({ state: "done" });
    expect(await onlyJob()).toMatchObject({ done_at: expect.any(Date), attempts: 1, lease_id: null });
  });

  it("does nothing again that is done, nor what is no more", async () => {
    await enqueueOne();
    await attempt(async () => {});
    expect(await attempt(async () => expect.unreachable())).toMatchObject({ state: "done" });
    const nobody = "00000000-0000-4000-8000-000000000000";
    expect(await attempt(async () => expect.unreachable(), nobody)).toMatchObject({ state: "done" });
  });

  it("says when to try again, by the job's own rule, and in the end that it was given up", async () => {
    await enqueueOne();
    const fail = async () => {
      throw new Error("no luck");
    };
    const first = await attempt(fail);
    expect(first.state).toBe("waiting");
    expect(first.retryInMs).toBeGreaterThan(25_000);
    expect(first.retryInMs).toBeLessThanOrEqual(90_000);
    expect(await attempt(fail)).toMatchObject({ state: "failed" });
    expect(await onlyJob()).toMatchObject({ last_error: "no luck", failed_at: expect.any(Date) });
  });

  it("takes the job from a worker that is gone, and lets a late one of it say nothing", async () => {
    await enqueueOne();
    const late = attempt(async (_, { signal }) => {
      while (!signal.aborted) await sleep(50);
    });
    await expect.poll(async () => (await onlyJob()).attempts).toBe(1);
    expect(await attempt(async () => {})).toMatchObject({ state: "done" });
    await late;
    expect(await onlyJob()).toMatchObject({ attempts: 2, last_error: null, failed_at: null });
  });

  it("gives signs of life while it works", async () => {
    await enqueueOne();
    const { beats } = await attempt(() => sleep(5_000));
    expect(beats).toBeGreaterThan(0);
  });
});
