import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { keepPromises } from "@/http/afterwards";
import { define } from "@/jobs/definition";
import { runDueJobs } from "@/jobs/run-due-jobs";
import { provideAfterwards } from "@/lib/afterwards";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { createUser } from "@/testing/factories";
import { countRuns, countUndone, enqueueMany, makeRunTable } from "@/testing/jobs";

const SECRET = "the secret of a cron";

const api = serveApi();
/** What was begun after answers; awaited, since nothing else tells that it is over. */
let begun: Promise<unknown>[] = [];

beforeEach(async () => {
  await makeRunTable();
  begun = [];
});
afterEach(() => {
  provideAfterwards(undefined);
  resetSettings();
});

function provide({ byRequests }: { byRequests: boolean }) {
  const purge_account = define("purge_account", {
    handle: async (_, { jobId }) => database()`insert into runs values (${jobId}, ${process.pid})`,
  });
  const work = () => {
    const running = runDueJobs({ definitions: { purge_account }, atOnce: 2, most: 100, seconds: 60 });
    begun.push(running);
    return running;
  };
  provideAfterwards({ work, byRequests });
}

function call(secret?: string) {
  return api.fetch("/cron", { headers: secret ? { authorization: `Bearer ${secret}` } : {} });
}

describe("GET /cron", () => {
  it("isn't there where no secret is set", async () => {
    resetSettings({ CRON_SECRET: "" });
    expect((await call(SECRET)).status).toBe(404);
  });

  it.each([
    ["without a secret", undefined],
    ["with another", "the secret of nobody"],
    ["with a part of it", SECRET.slice(0, -1)],
  ])("does nothing %s", async (_how, secret) => {
    resetSettings({ CRON_SECRET: SECRET });
    provide({ byRequests: false });
    await enqueueMany(1);
    expect((await call(secret)).status).toBe(401);
    expect([begun.length, await countUndone()]).toEqual([0, 1]);
  });

  it("promises what is due by the clock and has all that is due done, each job once however many call at once", async () => {
    resetSettings({ CRON_SECRET: SECRET });
    provide({ byRequests: false });
    await enqueueMany(40);
    const answers = await Promise.all(Array.from({ length: 20 }, () => call(SECRET)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    await Promise.all(begun);
    expect(await countRuns()).toEqual([[1, 40]]);
    const scheduled = await database()`select kind from jobs where done_at is null order by kind`;
    expect(scheduled.map(({ kind }) => kind)).toEqual(["clean_up", "drop_old_events", "purge_accounts"]);
  });
});

describe("where no process stays", () => {
  const reset = async (email: string) =>
    expect((await api.fetch("/api/v1/auth/password-resets", { json: { email } })).status).toBe(202);

  beforeEach(() => resetSettings({ SMTP_URL: "smtp://127.0.0.1:9", MAIL_FROM: "gate@example.com" }));

  it("a request that promises work has it done after its answer, and one that doesn't begins nothing", async () => {
    provide({ byRequests: true });
    const { email } = await createUser();
    await enqueueMany(3);
    expect((await api.fetch("/api/v1/auth/me")).status).toBe(401);
    expect(begun).toHaveLength(0);
    await reset(email);
    expect(begun).toHaveLength(1);
    await Promise.all(begun);
    expect(await countRuns()).toEqual([[1, 3]]);
  });

  it("what fails there breaks no answer", async () => {
    provideAfterwards({ work: () => Promise.reject(new Error("the database is away")), byRequests: true });
    await reset("nobody@example.com");
    expect(() => keepPromises()).not.toThrow();
  });

  it("elsewhere nothing is begun by requests: the engine hears of it", async () => {
    provide({ byRequests: false });
    await reset((await createUser()).email);
    expect(begun).toHaveLength(0);
  });
});
