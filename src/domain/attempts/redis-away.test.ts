import { Redis } from "ioredis";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { closeDatabase, database } from "@/db/pool";
import { closeRedis } from "@/lib/redis";
import { resetSettings } from "@/lib/settings";
import { LIMITS, msOf, NAMES_ONLY, passed, problemOf, someone, times } from "@/testing/attempts";
import { startRedis, type TestRedis } from "@/testing/redis";
import { timed } from "@/testing/servers/slowness.mjs";
import { countAttempt, giveBackAttempt } from "./attempts";

describe("with Redis away", () => {
  let own: TestRedis;

  beforeEach(async () => {
    await closeRedis();
    own = await startRedis();
    resetSettings({ ...LIMITS, REDIS_URL: own.url });
  });
  afterEach(async () => {
    await closeRedis();
    await own.kill();
    await database()`delete from attempt_counters`;
  });

  it("counts in Postgres at once when Redis dies in the middle, and in Redis again when it is back", async () => {
    const address = someone();
    expect(passed(await times(3, { address }))).toBe(3);
    await own.kill();
    const { result, ms } = await timed(() => times(50, { address }));
    expect(passed(result)).toBe(5);
    expect(ms).toBeLessThan(1_000);

    own = await startRedis(own.port);
    await countsInRedis();
    expect(passed(await times(50, { address }))).toBe(5);
  });

  it("loses no attempt that was under way when Redis died", async () => {
    const results = times(50, { address: someone() });
    await own.kill();
    expect(passed(await results)).toBeLessThanOrEqual(10);
  });

  it("waits for a Redis that hangs only briefly, and once", async () => {
    await countAttempt({ address: someone() });
    own.hang();
    const address = someone();
    expect(await msOf(() => times(5, { address }))).toBeLessThan(2_000);
    expect(await msOf(() => times(5, { address }))).toBeLessThan(450);
    own.goOn();
    await countsInRedis();
  });

  it("counts in Postgres while Redis takes no writes", async () => {
    await countAttempt({ address: someone() });
    const admin = new Redis(own.url);
    await admin.replicaof("127.0.0.1", 1);
    expect(passed(await times(50, { address: someone() }))).toBe(5);
    await admin.replicaof("NO", "ONE");
    await countsInRedis();
    admin.disconnect();
  });

  it("counts in Postgres when Redis was never there", async () => {
    await own.kill();
    expect(passed(await times(50, { address: someone() }))).toBe(5);
  });

  it("says so where nothing can count, and counts when something is back", async () => {
    await own.kill();
    await closeDatabase();
    resetSettings({ ...LIMITS, REDIS_URL: own.url, DATABASE_URL: "postgres://127.0.0.1:1/none" });
    const problem = await problemOf(countAttempt({ address: someone(), identifier: "ada" }));
    expect(problem.code).toBe("SERVICE_UNAVAILABLE");
    expect(problem.retryAfterSeconds).toBeGreaterThan(0);

    await closeDatabase();
    resetSettings({ ...LIMITS, REDIS_URL: own.url });
    expect((await countAttempt({ address: someone() })).deniedBy).toBeNull();
  });

  it("doesn't spoil a sign-in that went well when nothing can be given back", async () => {
    resetSettings({ ...NAMES_ONLY, REDIS_URL: own.url });
    const attempt = await countAttempt({ address: null, identifier: "ada" });
    await own.kill();
    await giveBackAttempt(attempt);

    const counted = await countAttempt({ address: null, identifier: "ada" });
    expect(counted.counted?.in).toBe("postgres");
    await closeDatabase();
    resetSettings({ ...NAMES_ONLY, DATABASE_URL: "postgres://127.0.0.1:1/none" });
    await giveBackAttempt(counted);
    await closeDatabase();
    resetSettings();
  });

  async function countsInRedis() {
    await vi.waitFor(
      async () => {
        const { counted } = await countAttempt({ address: null, identifier: `${performance.now()}` });
        expect(counted?.in).toBe("redis");
      },
      { timeout: 15_000, interval: 100 },
    );
  }
});
