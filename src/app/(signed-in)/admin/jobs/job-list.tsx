import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { JobKind } from "@/domain/jobs/kinds";
import type { Job } from "@/domain/jobs/list-jobs";
import { Badge } from "../../badge";
import { ConfirmedWrite } from "../../confirmed-write";

type Props = { jobs: Job[]; timeZone: string };

/** What is to be done, is being done, was done or given up, and why; what was given up can be tried again. */
export async function JobList({ jobs, timeZone }: Props) {
  const t = await getTranslations("admin.jobs");
  if (jobs.length === 0) {
    return <p className="px-5 py-12 text-center text-muted-foreground text-sm">{t("none")}</p>;
  }
  return (
    <ul className="divide-y divide-border">
      {jobs.map((job) => (
        <li
          key={job.id}
          className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-5 py-3.5 text-sm sm:px-6"
        >
          <JobFacts job={job} timeZone={timeZone} />
          {canRetry(job) && <RetryButton job={job} />}
        </li>
      ))}
    </ul>
  );
}

/** A first attempt is on its way by itself; what failed may have to wait long for the next. */
function canRetry({ state, attempts }: Job) {
  return state === "failed" || (state === "waiting" && attempts > 0);
}

async function JobFacts({ job, timeZone }: { job: Job; timeZone: string }) {
  const [t, format] = await Promise.all([getTranslations("admin.jobs"), getFormatter()]);
  const nameOf = t as (key: `kinds.${JobKind}`) => string;
  const at = (moment: Date) =>
    format.dateTime(moment, { dateStyle: "medium", timeStyle: "medium", timeZone });
  return (
    <div className="min-w-0 flex-[1_1_16rem]">
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <span className="font-medium">{nameOf(`kinds.${job.kind as JobKind}`)}</span>
        <Badge tone={job.state === "failed" ? "alarming" : "default"}>{t(`states.${job.state}`)}</Badge>
      </p>
      <p className="mt-0.5 text-muted-foreground text-xs">
        {job.done_at && t("doneAt", { time: at(job.done_at) })}
        {job.failed_at && t("failedAt", { time: at(job.failed_at), attempts: job.attempts })}
        {job.state === "waiting" && t("dueAt", { time: at(job.run_at) })}
        {job.state === "running" && t("runs", { attempts: job.attempts })}
      </p>
      {job.last_error && <p className="wrap-anywhere mt-1 text-destructive text-xs">{job.last_error}</p>}
      <details className="mt-1 text-muted-foreground text-xs">
        <summary className="min-h-6 w-fit leading-6 hover:text-foreground">{t("details")}</summary>
        <dl className="wrap-anywhere grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 py-1.5">
          <Fact name={t("id")}>{job.id}</Fact>
          <Fact name={t("created")}>{job.created_at.toISOString()}</Fact>
          <Fact name={t("attempts")}>{job.attempts}</Fact>
          {job.trace_id && <Fact name={t("trace")}>{job.trace_id}</Fact>}
          <Fact name={t("payload")}>{JSON.stringify(job.payload)}</Fact>
        </dl>
      </details>
    </div>
  );
}

async function RetryButton({ job }: { job: Job }) {
  const [t, admin] = await Promise.all([getTranslations("admin.jobs"), getTranslations("admin")]);
  return (
    <ConfirmedWrite
      method="POST"
      path={`/api/v1/admin/jobs/${job.id}/retry`}
      destructive={false}
      strings={{
        title: t("retryTitle"),
        body: t("retryBody"),
        confirm: t("retry"),
        cancel: admin("cancel"),
        unreachable: admin("failed"),
      }}
    >
      <Button variant="outline" size="sm">
        {t("retry")}
      </Button>
    </ConfirmedWrite>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="font-mono text-foreground">{children}</dd>
    </>
  );
}
