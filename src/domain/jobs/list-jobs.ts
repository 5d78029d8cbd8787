import { and, eq, isNotNull, isNull, not, type SQL, sql } from "drizzle-orm";
import type { SelectResultFields } from "drizzle-orm/query-builders/select.types";
import type { z } from "zod";
import { db } from "@/db/client";
import { keysetBy } from "@/db/keyset";
import { jobs } from "@/db/tables";
import { Problem } from "@/lib/errors";
import { type Page, toPage } from "@/lib/page";
import type { jobFilterSchema } from "./inputs";
import { JOB_STATES } from "./kinds";
import { isRunning } from "./lease";

type JobState = (typeof JOB_STATES)[number];

const isUndecided = and(isNull(jobs.doneAt), isNull(jobs.failedAt));

/** A state is read off the times, so it needs nobody to keep it: a lease that ran out is no longer running. */
const STATES: Record<JobState, SQL | undefined> = {
  done: isNotNull(jobs.doneAt),
  failed: isNotNull(jobs.failedAt),
  running: isRunning,
  waiting: and(isUndecided, not(sql`coalesce(${jobs.leasedUntil} > now(), false)`)),
};

const state = sql<JobState>`case when ${STATES.done} then 'done' when ${STATES.failed} then 'failed'
  when ${STATES.running} then 'running' else 'waiting' end`;

/** A job as an administrator sees it. */
export const jobColumns = {
  id: jobs.id,
  kind: jobs.kind,
  payload: sql<Record<string, unknown>>`${jobs.payload}`.as("payload"),
  state: state.as("state"),
  attempts: jobs.attempts,
  last_error: jobs.lastError,
  run_at: jobs.runAt,
  done_at: jobs.doneAt,
  failed_at: jobs.failedAt,
  trace_id: jobs.traceId,
  created_at: jobs.createdAt,
};

export type Job = SelectResultFields<typeof jobColumns>;

export type JobFilter = z.output<typeof jobFilterSchema>;

const newestFirst = keysetBy({
  key: jobs.createdAt,
  kind: "moment",
  id: jobs.id,
  idType: "uuid",
  descending: true,
});

export async function listJobs(options: {
  filter: JobFilter;
  limit: number;
  cursor?: string;
}): Promise<Page<Job>> {
  const { filter, limit, cursor } = options;
  const rows = await db
    .select({ ...jobColumns, position: newestFirst.position })
    .from(jobs)
    .where(
      and(
        cursor === undefined ? undefined : newestFirst.after(cursor),
        filter.state && STATES[filter.state],
        filter.kind && eq(jobs.kind, filter.kind),
      ),
    )
    .orderBy(newestFirst.by)
    .limit(limit + 1);
  return toPage(rows, limit, (row) => row.position);
}

export async function getJob(id: string): Promise<Job> {
  const [job] = await db.select(jobColumns).from(jobs).where(eq(jobs.id, id));
  if (job === undefined) throw new Problem("NOT_FOUND");
  return job;
}

/** How many there are in each state; of the done ones those that are still kept. */
export async function countJobs(): Promise<Record<JobState, number>> {
  const rows = await db.select({ state, count: sql<number>`count(*)::int` }).from(jobs).groupBy(state);
  const counts = Object.fromEntries(rows.map((row) => [row.state, row.count]));
  return Object.fromEntries(JOB_STATES.map((name) => [name, counts[name] ?? 0])) as Record<JobState, number>;
}
