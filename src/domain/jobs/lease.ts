import { and, asc, eq, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { listen } from "@/db/listen";
import { inSeconds, now } from "@/db/sql";
import { jobs } from "@/db/tables";
import { JOBS_CHANNEL } from "./enqueue";

// A job's way from one hand to the next. Who takes it has a lease; only the holder of the lease says how it ended.

export const isOpen = and(isNull(jobs.doneAt), isNull(jobs.failedAt));

export const isRunning = and(isOpen, sql`${jobs.leasedUntil} > now()`) as SQL<boolean>;

const due = db
  .select({ id: jobs.id })
  .from(jobs)
  .where(
    and(
      isOpen,
      lte(jobs.runAt, now),
      or(isNull(jobs.leasedUntil), lte(jobs.leasedUntil, now)),
      sql`${jobs.kind} = any(${sql.placeholder("kinds")}::text[])`,
    ),
  )
  .orderBy(asc(jobs.runAt))
  .limit(1)
  .for("update", { skipLocked: true });

const lease = inSeconds(sql`${sql.placeholder("leaseSeconds")}::int`);

export const claimedColumns = {
  id: jobs.id,
  kind: jobs.kind,
  payload: jobs.payload,
  attempts: jobs.attempts,
  leaseId: sql<string>`${jobs.leaseId}`,
  traceId: jobs.traceId,
};

const claim = db
  .update(jobs)
  .set({ attempts: sql`${jobs.attempts} + 1`, leaseId: sql`gen_random_uuid()`, leasedUntil: lease })
  .where(sql`${jobs.id} = (${due})`)
  .returning(claimedColumns)
  .prepare("claim_job");

export type ClaimedJob = Awaited<ReturnType<typeof claim.execute>>[number];

/** The job that waits longest, of kinds that the caller knows; nobody else gets it while the lease lasts. */
export async function claimJob(kinds: string[], leaseSeconds: number): Promise<ClaimedJob | undefined> {
  const [job] = await claim.execute({ kinds, leaseSeconds });
  return job;
}

const holdsLease = and(
  isOpen,
  eq(jobs.id, sql.placeholder("id")),
  eq(jobs.leaseId, sql.placeholder("leaseId")),
);

const renewal = db
  .update(jobs)
  .set({ leasedUntil: lease })
  .where(holdsLease)
  .returning({ id: jobs.id })
  .prepare("renew_job_lease");

type Held = Pick<ClaimedJob, "id" | "leaseId">;

/** Whether the lease is still the caller's; if so it lasts anew. */
export async function renewLease({ id, leaseId }: Held, leaseSeconds: number): Promise<boolean> {
  return (await renewal.execute({ id, leaseId, leaseSeconds })).length > 0;
}

const completion = db
  .update(jobs)
  .set({ doneAt: now, leaseId: null, leasedUntil: null, lastError: null })
  .where(holdsLease)
  .prepare("complete_job");

export async function completeJob({ id, leaseId }: Held) {
  await completion.execute({ id, leaseId });
}

type Failure = { reason: string /** Null: given up. */; retryInSeconds: number | null };

export async function failJob({ id, leaseId }: Held, { reason, retryInSeconds }: Failure) {
  const outcome = retryInSeconds === null ? { failedAt: now } : { runAt: inSeconds(retryInSeconds) };
  await db
    .update(jobs)
    .set({ ...outcome, leaseId: null, leasedUntil: null, lastError: reason })
    .where(and(isOpen, eq(jobs.id, id), eq(jobs.leaseId, leaseId)));
}

/** Calls back when work has come, where that can be heard. */
export function onEnqueued(listener: () => void) {
  return listen(JOBS_CHANNEL, listener);
}
