import { once } from "node:events";
import net, { type AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import postgres, { type Sql } from "postgres";
import { afterEach, beforeEach, expect, it } from "vitest";
import { isOutage } from "@/lib/outage";
import { startTcpProxy, type TcpProxy } from "@/testing/tcp-proxy";

// What the patch of postgres.js promises of connections that end at the wrong moment (docs/decisions/0008).

const url = process.env.DATABASE_URL!;
const table = "gatehouse_connections_test";
let outside: Sql;
let proxy: TcpProxy;

beforeEach(async () => {
  outside = postgres(url, { max: 1, onnotice: () => {} });
  proxy = await startTcpProxy(url);
  await outside.unsafe(`drop table if exists ${table}; create table ${table} (run int, step int)`).simple();
});
afterEach(async () => {
  await outside.unsafe(`drop table ${table}`);
  await outside.end();
  await proxy.close();
});

function connect(to = proxy.urlOf(url)) {
  return postgres(to, { max: 2, onnotice: () => {}, backoff: () => 0.01, connect_timeout: 3 });
}

it("a server that hangs up before it has said a word is an outage, at once", async () => {
  const server = net.createServer((socket) => socket.end()).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const sql = connect(`postgres://nobody:x@127.0.0.1:${port}/nothing`);
  const started = performance.now();
  const error = await sql`select 1`.catch((reason) => reason);
  expect(isOutage(error)).toBe(true);
  expect(performance.now() - started).toBeLessThan(2_000);
  await sql.end({ timeout: 0 });
  server.close();
});

it("a transaction whose connection is gone writes nothing through the one that takes its place", async () => {
  const sql = postgres(proxy.urlOf(url), { max: 1, onnotice: () => {}, backoff: () => 0.01 });
  let late: unknown;
  const outcome = await sql
    .begin(async (transaction) => {
      await transaction`insert into ${sql(table)} values (0, 1)`;
      proxy.reset();
      // The only connection of the pool is made anew for this one.
      await expect
        .poll(() => sql`select 1 as one`.catch(() => null), { timeout: 5_000 })
        .toEqual([{ one: 1 }]);
      late = await transaction`insert into ${sql(table)} values (0, 2)`.catch((error) => error);
    })
    .catch((error) => error);
  expect(isOutage(outcome)).toBe(true);
  await expect.poll(() => isOutage(late), { timeout: 5_000 }).toBe(true);
  expect(await outside`select * from ${outside(table)}`).toEqual([]);
  await sql.end({ timeout: 1 });
});

it("whenever connections are cut, each query is settled, no transaction is halved, and nothing is thrown past the callers", async () => {
  const thrown: unknown[] = [];
  const note = (error: unknown) => thrown.push(error);
  process.on("unhandledRejection", note).on("uncaughtException", note);
  const sql = connect();
  let over = false;
  let runs = 0;
  const acknowledged: number[] = [];
  const problems: unknown[] = [];

  async function work() {
    while (!over) {
      const run = ++runs;
      try {
        await Promise.race([transact(run), sleep(5_000).then(() => Promise.reject(new Error("hangs")))]);
        acknowledged.push(run);
      } catch (error) {
        if (!isOutage(error)) problems.push(error);
      }
    }
  }
  async function transact(run: number) {
    await sql.begin(async (transaction) => {
      await transaction`insert into ${sql(table)} values (${run}, 1)`;
      await sleep(run % 3);
      await transaction`insert into ${sql(table)} values (${run}, 2)`;
    });
  }

  const workers = Array.from({ length: 6 }, work);
  for (let round = 0; round < 60; round++) {
    // Odd waits: cut while connecting, while types are asked for, in transactions.
    await sleep(5 + ((round * 7) % 40));
    if (round % 2) proxy.reset();
    else
      await outside`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
  }
  // On a machine that is busy with other things few came through between the cuts.
  await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(10);
  over = true;
  await Promise.all(workers);
  process.off("unhandledRejection", note).off("uncaughtException", note);
  expect(problems).toEqual([]);
  expect(thrown).toEqual([]);
  expect(acknowledged.length).toBeGreaterThan(10);
  const halves = await outside`select run from ${outside(table)} group by run having count(*) <> 2`;
  expect(halves).toEqual([]);
  const kept = await outside<{ run: number }[]>`select distinct run from ${outside(table)}`;
  expect(acknowledged.filter((run) => !kept.some((row) => row.run === run))).toEqual([]);
  await sql.end({ timeout: 1 });
});
