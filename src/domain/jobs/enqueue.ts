import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { columnNames, now, type Value } from "@/db/sql";
import { jobs } from "@/db/tables";
import { requestContext } from "@/lib/request-context.mjs";
import { JOB_PAYLOADS, type JobKind, type JobPayload } from "./kinds";

/** Idle engines hear of new work by this; they look by themselves, too. */
export const JOBS_CHANNEL = "gatehouse_jobs";

type JobOf<K extends JobKind> = {
  kind: K;
  payload: JobPayload<K>;
  /** A second job of the kind with this key is none. */
  key?: Value;
  /** Not before this moment. */
  at?: Date | SQL<Date>;
  /** Of the request that promises it: it stands in the job's log lines. */
  traceId?: Value;
};

/** A job for each row of `from`, of which payload and key may be made. */
type JobRows<K extends JobKind> = Omit<JobOf<K>, "payload"> & {
  payload: JobPayload<K> | SQL;
  from?: SQLWrapper;
  where?: SQL;
};

/** Promises work in the caller's transaction: what is rolled back was never promised. */
export async function enqueue<K extends JobKind>(tx: Pick<typeof db, "execute">, job: JobOf<K>) {
  await tx.execute(insertJobs(job));
}

/** The part of a `with` that promises work in the same statement as what it belongs to. */
export function enqueuing<K extends JobKind>(job: JobRows<K>) {
  return db.$with("enqueued", {}).as(insertJobs(job));
}

/** The request at hand has promised work. Composing the statement says so; who executes one that is prepared says it by this. */
export function notePromise() {
  const request = requestContext();
  if (request) request.hasPromised = true;
}

function insertJobs<K extends JobKind>(job: JobRows<K>): SQL {
  const { kind, key = null, at = now, traceId = null, from, where } = job;
  notePromise();
  const columns = columnNames(jobs.kind, jobs.key, jobs.payload, jobs.runAt, jobs.traceId);
  return sql`insert into ${jobs} (${columns})
    select ${kind}::text, ${key}::text, ${payloadOf(job)}::jsonb, (${at})::timestamptz, ${traceId}::text
      ${from && sql` from ${from}`}${where && sql` where ${where}`}
    on conflict (${columnNames(jobs.kind, jobs.key)}) do nothing
    returning case when ${jobs.runAt} <= now() then pg_notify(${JOBS_CHANNEL}, '') end`;
}

function payloadOf<K extends JobKind>({ kind, payload }: JobRows<K>): SQL | string {
  if ("getSQL" in payload) return payload as SQL;
  return JSON.stringify(JOB_PAYLOADS[kind].parse(payload));
}
