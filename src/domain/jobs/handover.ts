import { and, eq, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { inSeconds, now } from "@/db/sql";
import { jobs } from "@/db/tables";
import { type ClaimedJob, claimedColumns, isOpen } from "./lease";

// For an engine elsewhere, which is handed due jobs by their ids and comes back for each when it runs it. All that is known of
// a job stands in its row, whoever runs it.

export type HandedOver = { id: string; leaseId: string; kind: string };

/** Due jobs that nobody has. For so long nobody else gets them; whoever runs one needs no such lease. */
export function takeDueJobs(options: {
  kinds: string[];
  limit: number;
  leaseSeconds: number;
}): Promise<HandedOver[]> {
  const { kinds, limit, leaseSeconds } = options;
  const due = db
    .select({ id: jobs.id })
    .from(jobs)
    .where(
      and(
        isOpen,
        lte(jobs.runAt, now),
        or(isNull(jobs.leasedUntil), lte(jobs.leasedUntil, now)),
        inArray(jobs.kind, kinds),
      ),
    )
    .orderBy(jobs.runAt)
    .limit(limit)
    .for("update", { skipLocked: true });
  return db
    .update(jobs)
    .set({ leaseId: sql`gen_random_uuid()`, leasedUntil: inSeconds(leaseSeconds) })
    .where(inArray(jobs.id, due))
    .returning({ id: jobs.id, leaseId: sql<string>`${jobs.leaseId}`, kind: jobs.kind });
}

/** It could not be handed over, and waits again. */
export async function returnJob({ id, leaseId }: HandedOver) {
  await db
    .update(jobs)
    .set({ leaseId: null, leasedUntil: null })
    .where(and(isOpen, eq(jobs.id, id), eq(jobs.leaseId, leaseId)));
}

/** Begins an attempt at a job that was handed over. Whoever held it before holds it no longer; null where nothing is left to do. */
export async function beginAttempt(id: string, leaseSeconds: number): Promise<ClaimedJob | null> {
  const [job] = await db
    .update(jobs)
    .set({
      attempts: sql`${jobs.attempts} + 1`,
      leaseId: sql`gen_random_uuid()`,
      leasedUntil: inSeconds(leaseSeconds),
    })
    .where(and(isOpen, eq(jobs.id, id)))
    .returning(claimedColumns);
  return job ?? null;
}

/** `retryInMs` where it is neither done nor given up. */
export type Outcome = { state: "done" | "failed" | "waiting"; retryInMs: number };

/** How a job stands. One that is no more is done with. */
export async function outcomeOf(id: string): Promise<Outcome> {
  const [job] = await db
    .select({
      isDone: sql<boolean>`${jobs.doneAt} is not null`,
      hasFailed: sql<boolean>`${jobs.failedAt} is not null`,
      retryInMs: sql<number>`greatest(0, ceil(extract(epoch from ${jobs.runAt} - now()) * 1000))::int`,
    })
    .from(jobs)
    .where(eq(jobs.id, id));
  if (job === undefined || job.isDone) return { state: "done", retryInMs: 0 };
  return { state: job.hasFailed ? "failed" : "waiting", retryInMs: job.retryInMs };
}
