import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { db } from "../../src/db/client";
import { migrate } from "../../src/db/migrate.mjs";
import { closeDatabase, database } from "../../src/db/pool";
import { enqueue } from "../../src/domain/jobs/enqueue";
import { define } from "../../src/jobs/definition";
import { startEngine } from "../../src/jobs/engine";
import { hashPassword } from "../../src/lib/hashing";
import { resetSettings } from "../../src/lib/settings";

// npm run bench:jobs: how long a job waits for one engine, idle and beside sign-ins, heard of by notice and by looking alone;
// and how many an engine does in a second. In a database of its own, which is made anew.

const DATABASE = "gatehouse_bench_jobs";
const SAMPLES = 60;
const MANY = 2_000;
const AT_ONCE = 2;

process.env.SECRET_KEY ||= randomBytes(32).toString("hex");
process.env.LOG_LEVEL ||= "warn";
await makeDatabase();
const started = new Map<string, number>();
const purge_account = define("purge_account", {
  handle: async ({ user_id }) => started.set(user_id, performance.now()),
});
const engine = startEngine({ definitions: { purge_account }, atOnce: AT_ONCE, schedules: false });
await sleep(1_000);

await measureDelays("idle, by notice", enqueueOne);
await measureDelays("idle, by looking alone", insertSilently);
const stopSigningIn = signInWithoutPause(8);
await measureDelays("beside 8 clients who sign in without pause, by notice", enqueueOne);
await measureDelays("beside 8 clients who sign in without pause, by looking alone", insertSilently);
await stopSigningIn();
await measureRate();

await engine.stop();
await closeDatabase();
process.exit();

async function measureDelays(name: string, promise: (userId: string) => Promise<unknown>) {
  const waits: number[] = [];
  const writes: number[] = [];
  for (let sample = 0; sample < SAMPLES; sample++) {
    const userId = crypto.randomUUID();
    const before = performance.now();
    await promise(userId);
    writes.push(performance.now() - before);
    while (!started.has(userId)) await sleep(1);
    waits.push((started.get(userId) ?? 0) - before);
    await sleep(20 + Math.random() * 60);
  }
  console.log(`${name.padEnd(62)} enqueue ${ofAll(writes)}   until it begins ${ofAll(waits)}`);
}

async function measureRate() {
  started.clear();
  const before = performance.now();
  await database()`
    insert into jobs (kind, payload)
    select 'purge_account', jsonb_build_object('user_id', gen_random_uuid()) from generate_series(1, ${MANY}::int)
  `;
  while (started.size < MANY) await sleep(10);
  console.log(`${Math.round(MANY / ((performance.now() - before) / 1_000))} jobs a second by one engine`);
}

function enqueueOne(user_id: string) {
  return enqueue(db, { kind: "purge_account", payload: { user_id } });
}

/** As where notices don't arrive. */
function insertSilently(user_id: string) {
  return database()`
    insert into jobs (kind, payload) values ('purge_account', jsonb_build_object('user_id', ${user_id}::text))
  `;
}

/** What a sign-in costs: the hash, and its statements beside. */
function signInWithoutPause(clients: number) {
  let stopping = false;
  const all = Array.from({ length: clients }, async () => {
    while (!stopping) {
      await hashPassword("a lantern on the quay");
      await database()`select count(*) from sessions`;
    }
  });
  return () => {
    stopping = true;
    return Promise.all(all);
  };
}

function ofAll(times: number[]) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1).padStart(6);
  return `${at(0.5)} ms (p50) ${at(0.95)} (p95)`;
}

async function makeDatabase() {
  const url = new URL(process.env.DATABASE_URL ?? "");
  await database().unsafe(`drop database if exists ${DATABASE} with (force)`);
  await database().unsafe(`create database ${DATABASE}`);
  await closeDatabase();
  url.pathname = `/${DATABASE}`;
  await migrate(url.href);
  process.env.DATABASE_URL = url.href;
  resetSettings();
}
