import { sql } from "drizzle-orm";
import { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { db, inTransaction } from "@/db/client";
import { database } from "@/db/pool";
import { closeRedis } from "@/lib/redis";
import { resetSettings } from "@/lib/settings";
import { LIMITS, msOf, NAMES_ONLY, passed, problemOf, someone, times } from "@/testing/attempts";
import { startRedis, type TestRedis } from "@/testing/redis";
import {
  type Attempt,
  countAttempt,
  giveBackAttempt,
  givingBackAttempt,
  guessOf,
  requireAttempt,
} from "./attempts";
import { purgeExpired } from "./postgres-counters";

let server: TestRedis;
let redis: Redis;

beforeAll(async () => {
  server = await startRedis();
  redis = new Redis(server.url);
});
afterAll(async () => {
  redis.disconnect();
  await closeRedis();
  await server.kill();
});

const stores = {
  postgres: {
    settings: {},
    async endWindows() {
      await database()`update attempt_counters set expires_at = now() - interval '1 millisecond'`;
    },
    async endings() {
      return (await database()`select key, expires_at from attempt_counters order by key`).map(String);
    },
  },
  redis: {
    get settings() {
      return { REDIS_URL: server.url };
    },
    async endWindows() {
      for (const key of await redis.keys("*")) await redis.hset(key, "ends", Date.now() - 1);
      // Windows are told apart by the millisecond that they end in, and real ones don't follow this close.
      await new Promise((resolve) => setTimeout(resolve, 5));
    },
    async endings() {
      const keys = (await redis.keys("*")).sort();
      return Promise.all(keys.map(async (key) => `${key} ${await redis.hget(key, "ends")}`));
    },
  },
};

describe.each(["postgres", "redis"] as const)("counted in %s", (name) => {
  const store = stores[name];

  function limits(overrides: Record<string, string> = LIMITS) {
    resetSettings({ ...overrides, ...store.settings });
  }

  beforeEach(() => limits());
  afterEach(async () => {
    await database()`delete from attempt_counters`;
    await redis.flushall();
  });

  it("counts there and nowhere else", async () => {
    await countAttempt({ address: someone(), identifier: "ada" });
    const rows = await database()`select key from attempt_counters`;
    expect(rows).toHaveLength(name === "postgres" ? 3 : 0);
    expect(await redis.dbsize()).toBe(name === "redis" ? 3 : 0);
  });

  it("lets five of fifty concurrent attempts of an address through", async () => {
    expect(passed(await times(50, { address: someone() }))).toBe(5);
  });

  it("lets ten of fifty concurrent attempts of a name through, whatever their addresses", async () => {
    const results = await Promise.all(
      Array.from({ length: 50 }, () => countAttempt({ address: someone(), identifier: "ada" })),
    );
    const denials = results.map(({ deniedBy }) => deniedBy);
    expect(passed(denials)).toBe(10);
    expect(denials.filter((deniedBy) => deniedBy === "identifier")).toHaveLength(40);
  });

  it("counts an attempt without an address too: all of them are one", async () => {
    expect(passed(await times(7, { address: null }))).toBe(5);
  });

  it("takes all addresses of one /64 as one, and the next one as another", async () => {
    const neighbours = Array.from({ length: 8 }, (_, host) => ({ address: `2001:db8:a:b::${host}` }));
    const results = await Promise.all(neighbours.map((attempted) => countAttempt(attempted)));
    expect(passed(results.map(({ deniedBy }) => deniedBy))).toBe(5);
    expect((await countAttempt({ address: "2001:db8:a:c::1" })).deniedBy).toBeNull();
  });

  it.each([
    ["/56 of IPv6", (n: number) => `2001:db8:1:1${(n + 16).toString(16)}::1`, "2001:db8:1:2200::1", 20],
    ["/48 of IPv6", (n: number) => `2001:db8:2:${(n + 16).toString(16)}00::1`, "2001:db8:3::1", 80],
    ["/24 of IPv4", (n: number) => `203.0.113.${n}`, "203.0.112.1", 20],
  ])("bounds what one %s sends in all, and lets everybody else in", async (_, address, other, limit) => {
    const flood = Array.from({ length: 120 }, (_, n) =>
      countAttempt({ address: address(n), identifier: `n${n}` }),
    );
    expect(passed((await Promise.all(flood)).map(({ deniedBy }) => deniedBy))).toBe(limit);
    expect((await countAttempt({ address: other, identifier: "ada" })).deniedBy).toBeNull();
  });

  it("says whose limit is passed and when to come back", async () => {
    const address = someone();
    await times(5, { address, identifier: "ada" });
    const byAddress = await countAttempt({ address, identifier: "ada" });
    expect(byAddress).toMatchObject({ deniedBy: "address", counted: null });
    expect(byAddress.retryAfterSeconds).toBeGreaterThan(55);
    expect(byAddress.retryAfterSeconds).toBeLessThanOrEqual(60);

    await times(5, { address: someone(), identifier: "ada" });
    const byName = await countAttempt({ address: someone(), identifier: "ada" });
    expect(byName).toMatchObject({ deniedBy: "identifier", counted: null });
    expect(byName.retryAfterSeconds).toBeGreaterThan(25);
    expect(byName.retryAfterSeconds).toBeLessThanOrEqual(30);
  });

  it("leaves the name alone when the address is denied", async () => {
    const address = someone();
    await times(60, { address, identifier: "ada" });
    expect(passed(await times(5, { address: someone(), identifier: "ada" }))).toBe(5);
    expect((await countAttempt({ address: someone(), identifier: "ada" })).deniedBy).toBe("identifier");
  });

  it("prolongs no window by what it denies", async () => {
    const address = someone();
    await times(5, { address, identifier: "ada" });
    const endings = await store.endings();
    await times(20, { address, identifier: "ada" });
    expect(await store.endings()).toEqual(endings);
  });

  it("begins anew when the window has ended", async () => {
    const address = someone();
    expect(passed(await times(9, { address, identifier: "ada" }))).toBe(5);
    await store.endWindows();
    expect(passed(await times(9, { address, identifier: "ada" }))).toBe(5);
  });

  it("counts nothing where a limit is 0", async () => {
    limits({ RATE_LIMIT_AUTH_PER_MINUTE: "0", RATE_LIMIT_ACCOUNT_FAILURES: "0" });
    expect(passed(await times(30, { address: someone(), identifier: "ada" }))).toBe(30);
    expect(await store.endings()).toEqual([]);

    limits(NAMES_ONLY);
    expect(passed(await times(30, { address: someone(), identifier: "ada" }))).toBe(10);
    limits({ ...LIMITS, RATE_LIMIT_ACCOUNT_FAILURES: "0" });
    expect(passed(await times(30, { address: someone(), identifier: "ada" }))).toBe(5);
  });

  it("throws where an address alone is asked about", async () => {
    const address = someone();
    await times(5, { address });
    const problem = await problemOf(requireAttempt({ address }));
    expect(problem.code).toBe("RATE_LIMIT_EXCEEDED");
    expect(problem.retryAfterSeconds).toBeGreaterThan(0);
    await requireAttempt({ address: someone() });
  });

  describe("giving back", () => {
    beforeEach(() => limits(NAMES_ONLY));
    const ada = { address: null, identifier: "ada" };

    it("makes room for as many as were right", async () => {
      const attempts = await Promise.all(Array.from({ length: 10 }, () => countAttempt(ada)));
      await times(5, ada);
      await Promise.all(attempts.slice(0, 3).map((attempt) => giveBackAttempt(attempt)));
      expect(passed(await times(50, ada))).toBe(3);
    });

    it("is for what was counted only", async () => {
      await times(10, ada);
      await giveBackAttempt(await countAttempt(ada));
      expect(passed(await times(5, ada))).toBe(0);
    });

    it("never goes below zero", async () => {
      const attempt = await countAttempt(ada);
      await Promise.all(Array.from({ length: 20 }, () => giveBackAttempt(attempt)));
      expect(passed(await times(50, ada))).toBe(10);
    });

    it("leaves the window alone that came after the one it was counted in", async () => {
      const attempt = await countAttempt(ada);
      await store.endWindows();
      await times(10, ada);
      await giveBackAttempt(attempt);
      expect(passed(await times(5, ada))).toBe(0);
    });
  });
});

describe("in Postgres", () => {
  beforeEach(() => resetSettings(LIMITS));
  afterEach(() => database()`delete from attempt_counters`);

  it("attempts, sign-ins that give back and the purge don't lock each other out", async () => {
    resetSettings({ RATE_LIMIT_AUTH_PER_MINUTE: "1000", RATE_LIMIT_ACCOUNT_FAILURES: "1000" });
    const addresses = [someone(), someone(), someone()];
    const names = ["ada", "bob", "eve"];
    const work = Array.from({ length: 300 }, async (_, at) => {
      const attempt = await countAttempt({ address: addresses[at % 3]!, identifier: names[(at >> 2) % 3] });
      if (at % 2) await giveBackAttempt(attempt);
      if (at % 25 === 0) {
        await database()`update attempt_counters set expires_at = now() where key like ${at % 2 ? "a%" : "i%"}`;
      }
      if (at % 5 === 0) await purgeExpired();
      return attempt.deniedBy;
    });
    expect(passed(await Promise.all(work))).toBe(300);
  });

  it("gives back as a part of another statement, and not where that is rolled back", async () => {
    resetSettings(NAMES_ONLY);
    const ada = { address: null, identifier: "ada within" };
    const [first, second] = [await countAttempt(ada), await countAttempt(ada)];
    const giveBackAsPart = (executor: Pick<typeof db, "with">, attempt: Attempt) =>
      executor
        .with(givingBackAttempt(sql`true`))
        .select({ one: sql`1` })
        .from(sql`(select 1) as one`)
        .prepare("give_back")
        .execute(guessOf(attempt) ?? {});
    await giveBackAsPart(db, first);
    await inTransaction(async (tx) => {
      await giveBackAsPart(tx, second);
      throw new Error("rolled back");
    }).catch(() => {});
    expect(passed(await times(20, ada))).toBe(9);
  });

  it("purges what has ended and nothing else", async () => {
    await countAttempt({ address: someone(), identifier: "ended" });
    await database()`update attempt_counters set expires_at = now() - interval '1 second'`;
    await countAttempt({ address: someone(), identifier: "going on" });
    await purgeExpired();
    expect(await database()`select key from attempt_counters`).toHaveLength(3);
  });

  it("purges around what somebody is at, and waits for nobody", async () => {
    await times(1, { address: someone(), identifier: "held" });
    await times(1, { address: someone(), identifier: "free" });
    await database()`update attempt_counters set expires_at = now() - interval '1 second'`;
    await database().begin(async (holder) => {
      const [held] = await holder`select key from attempt_counters limit 1 for update`;
      expect(await msOf(purgeExpired)).toBeLessThan(1_000);
      expect(await database()`select key from attempt_counters`).toEqual([held]);
    });
  });

  it("purges by itself, once a minute", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    await countAttempt({ address: someone(), identifier: "long gone" });
    await database()`update attempt_counters set expires_at = now() - interval '1 second'`;
    vi.setSystemTime(Date.now() + 61_000);
    await countAttempt({ address: someone() });
    await vi.waitFor(async () => {
      expect(await database()`select key from attempt_counters where expires_at <= now()`).toHaveLength(0);
    });
    vi.useRealTimers();
  });
});
