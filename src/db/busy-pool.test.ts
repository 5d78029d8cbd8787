import { sql } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { resetSettings } from "@/lib/settings";
import { startTcpProxy } from "@/testing/tcp-proxy";
import { db, inTransaction } from "./client";
import { closeDatabase, database, renewConnections } from "./pool";

const url = process.env.DATABASE_URL!;
const POOL = 5;
const ROLE = "gatehouse_few_connections";

afterEach(async () => {
  vi.restoreAllMocks();
  await closeDatabase();
  resetSettings();
});

/** A pool is left alone in its first seconds. */
function later() {
  const now = performance.now() + 10_000;
  vi.spyOn(performance, "now").mockReturnValue(now);
}

test("late answers on a busy instance, several at once, cost nobody a connection that works", async () => {
  await closeDatabase();
  const pool = database();
  const slow = Array.from({ length: 8 }, () => db.execute(sql`select pg_sleep(0.4)`));
  later();
  await Promise.all([renewConnections(), renewConnections(), renewConnections()]);
  expect(database()).toBe(pool);
  await Promise.all(slow);
});

test("a pool whose every connection is busy for seconds is kept, and what it was asked ends whole", async () => {
  await closeDatabase();
  const pool = database();
  // One after the other on each connection, and a line of transactions that find none free.
  const slow = Array.from({ length: 2 * POOL }, (_, n) =>
    db.execute(sql`select pg_sleep(1.2), ${n}::int as n`),
  );
  const transactions = Array.from({ length: POOL }, (_, n) =>
    inTransaction((tx) => tx.execute(sql`select pg_sleep(0.1), ${n}::int as n`)),
  );
  later();
  await renewConnections();
  vi.restoreAllMocks();
  expect(database()).toBe(pool);
  const rows = await Promise.all([...slow, ...transactions]);
  expect(rows.map(([row]) => row?.n)).toEqual([...Array(2 * POOL).keys(), ...Array(POOL).keys()]);
  expect(database()).toBe(pool);
});

test("a pool whose every connection is taken, so that not even a question finds one, is kept", async () => {
  await closeDatabase();
  const pool = database();
  const held = Array.from({ length: POOL }, () =>
    inTransaction(async (tx) => {
      for (let step = 0; step < 4; step++) await tx.execute(sql`select pg_sleep(0.5)`);
    }),
  );
  later();
  await renewConnections();
  vi.restoreAllMocks();
  expect(database()).toBe(pool);
  await Promise.all(held);
});

test("a database that refuses connections has answered: there is nothing to make anew", async () => {
  await closeDatabase();
  resetSettings({ DATABASE_URL: "postgres://nobody@127.0.0.1:1/nothing" });
  const pool = database();
  later();
  await renewConnections();
  expect(database()).toBe(pool);
});

test("connections that have fallen silent are made anew, and the next call has an answer", async () => {
  const proxy = await startTcpProxy(url);
  await closeDatabase();
  resetSettings({ DATABASE_URL: proxy.urlOf(url) });
  const pool = database();
  await db.execute(sql`select 1`);
  proxy.abandon();
  const lost = db.execute(sql`select 1`).catch((error) => error);
  later();
  await renewConnections();
  vi.restoreAllMocks();
  expect(database()).not.toBe(pool);
  expect(await db.execute<{ one: number }>(sql`select 1 as one`)).toEqual([{ one: 1 }]);
  await closeDatabase();
  await proxy.close();
  expect(await lost).toBeInstanceOf(Error);
});

test("one that has fallen silent beside others that work shows, and all are made anew", async () => {
  const proxy = await startTcpProxy(url);
  await closeDatabase();
  resetSettings({ DATABASE_URL: proxy.urlOf(url), DATABASE_POOL_MAX: "2" });
  const pool = database();
  await db.execute(sql`select 1`);
  proxy.abandon();
  // The second connection is opened when the first is taken.
  const lost = db.execute(sql`select 1`).catch((error) => error);
  expect(await db.execute<{ one: number }>(sql`select 1 as one`)).toEqual([{ one: 1 }]);
  later();
  await renewConnections();
  vi.restoreAllMocks();
  expect(database()).not.toBe(pool);
  await closeDatabase();
  await proxy.close();
  expect(await lost).toBeInstanceOf(Error);
});

test("one whose every connection is taken by somebody who waits for ever is made anew", async () => {
  const proxy = await startTcpProxy(url);
  await closeDatabase();
  resetSettings({ DATABASE_URL: proxy.urlOf(url), DATABASE_POOL_MAX: "2" });
  const pool = database();
  let begun = 0;
  let goOn = () => {};
  const abandoned = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const lost = [1, 2].map(() =>
    inTransaction(async (tx) => {
      await tx.execute(sql`select 1`);
      begun++;
      await abandoned;
      await tx.execute(sql`select 1`);
    }),
  );
  const outcomes = Promise.allSettled(lost);
  await vi.waitUntil(() => begun === lost.length, { timeout: 20_000 });
  proxy.abandon();
  goOn();
  later();
  await renewConnections();
  vi.restoreAllMocks();
  expect(database()).not.toBe(pool);
  expect(await db.execute<{ one: number }>(sql`select 1 as one`)).toEqual([{ one: 1 }]);
  await closeDatabase();
  await proxy.close();
  expect((await outcomes).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
});

test("where nothing passes at all, connections are made anew, and work when it does again", async () => {
  const proxy = await startTcpProxy(url);
  await closeDatabase();
  resetSettings({ DATABASE_URL: proxy.urlOf(url) });
  const pool = database();
  await db.execute(sql`select 1`);
  proxy.stall();
  later();
  await renewConnections();
  vi.restoreAllMocks();
  expect(database()).not.toBe(pool);
  proxy.goOn();
  expect(await db.execute<{ one: number }>(sql`select 1 as one`)).toEqual([{ one: 1 }]);
  await closeDatabase();
  await proxy.close();
});

test("where the server gives no more connections, the ones that are there are waited for", async () => {
  const owner = database();
  await owner
    .unsafe(`drop role if exists ${ROLE}; create role ${ROLE} login password 'x' connection limit 2`)
    .simple();
  const few = new URL(url);
  few.username = ROLE;
  few.password = "x";
  resetSettings({ DATABASE_URL: few.href, DATABASE_POOL_MAX: "10" });
  await closeDatabase();
  const statements = Array.from({ length: 10 }, () => db.execute(sql`select pg_sleep(0.02)`));
  const transactions = Array.from({ length: 10 }, () => inTransaction((tx) => tx.execute(sql`select 1`)));
  const outcomes = await Promise.allSettled([...statements, ...transactions]);
  expect(outcomes.filter(({ status }) => status === "rejected")).toEqual([]);
  resetSettings();
  await closeDatabase();
  await database().unsafe(`drop role ${ROLE}`);
});
