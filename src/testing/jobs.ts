import { type ChildProcess, fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { db } from "@/db/client";
import { database } from "@/db/pool";
import { enqueue } from "@/domain/jobs/enqueue";
import type { JobPayload } from "@/domain/jobs/kinds";
import { emptyTables } from "./factories";

// Jobs whose handler leaves a line in a table, so that who ran what, and how often, can be counted.

export type JobProcess = { process: ChildProcess; output: () => string };

/** Where handlers leave a line a run. */
export async function makeRunTable() {
  await database()`create table if not exists runs (job uuid not null, pid integer not null)`;
  await emptyTables("runs", "jobs");
}

/** An instance that works jobs off and does nothing else. `ms`: how long its handler takes. */
export async function startJobProcess({ ms = 0, settings = {} as Record<string, string> } = {}) {
  const preload = ["tsx", "./src/guard/index.mjs"];
  const child = fork("src/testing/job-process.ts", [String(ms)], {
    execArgv: preload.flatMap((module) => ["--import", module]),
    env: { ...process.env, DATABASE_POOL_MIN: "0", DATABASE_POOL_MAX: "2", ENV_FILE: "", ...settings },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (text) => (output += text));
  const [ready] = await Promise.race([once(child, "message"), once(child, "exit")]);
  if (ready !== "ready") throw new Error(`An engine did not start: ${output}`);
  return { process: child, output: () => output };
}

export function somebody(): JobPayload<"purge_account"> {
  return { user_id: randomUUID() };
}

export async function enqueueMany(count: number) {
  await database()`
    insert into jobs (kind, key, payload)
    select 'purge_account', n::text, jsonb_build_object('user_id', gen_random_uuid())
    from generate_series(1, ${count}::int) n
  `;
}

export async function enqueueOne(options: { key?: string; at?: Date } = {}) {
  await enqueue(db, { kind: "purge_account", payload: somebody(), ...options });
}

export async function countUndone(): Promise<number> {
  const [row] = await database()<{ count: number }[]>`select count(*)::int from jobs where done_at is null`;
  return row?.count ?? 0;
}

/** How often jobs were run: of so many jobs each once is [[1, so many]]. */
export async function countRuns(): Promise<[runs: number, jobs: number][]> {
  const rows = await database()<{ runs: number; jobs: number }[]>`
    select runs, count(*)::int as jobs from (select count(*)::int as runs from runs group by job) r
    group by runs order by runs
  `;
  return rows.map(({ runs, jobs }) => [runs, jobs]);
}

/** Without a limit of its own: the test has one. */
export async function until(condition: () => Promise<boolean>) {
  while (!(await condition())) await sleep(20);
}
