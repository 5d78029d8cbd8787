import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { now } from "@/db/sql";
import { jobs } from "@/db/tables";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { JOBS_CHANNEL } from "./enqueue";
import { getJob, type Job } from "./list-jobs";

type Retry = { jobId: string; actorId: string; clientInfo: ClientInfo };

/**
 * Has a job tried again at once that was given up, or that waits after a failed attempt; it has all its attempts anew. A
 * job that is under way or done stays as it is, so that asking twice is asking once.
 */
export async function retryJob({ jobId, actorId, clientInfo }: Retry): Promise<Job> {
  const hasFailed = sql`(${jobs.failedAt} is not null or (${jobs.attempts} > 0 and ${jobs.runAt} > now()))`;
  const retried = db.$with("retried").as(
    db
      .update(jobs)
      .set({ failedAt: null, attempts: 0, runAt: now })
      .where(and(eq(jobs.id, jobId), isNull(jobs.doneAt), isNull(jobs.leaseId), hasFailed))
      .returning({
        id: jobs.id,
        kind: jobs.kind,
        notified: sql`pg_notify(${JOBS_CHANNEL}, '')`.as("notified"),
      }),
  );
  const recorded = recordEvents(clientInfo, {
    action: "job.retried",
    actor: actorId,
    detail: sql`jsonb_build_object('job', ${retried.id}, 'kind', ${retried.kind})`,
    from: retried,
  });
  await db.with(retried, recorded).select({ id: retried.id }).from(retried);
  return getJob(jobId);
}
