import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { jobFilterSchema } from "@/domain/jobs/inputs";
import { countJobs, listJobs } from "@/domain/jobs/list-jobs";
import { requireAdmin } from "@/http/page-caller";
import { readFilter, readQuery, type SearchParams } from "../../address";
import { orFirstPage } from "../../first-page";
import { AdminFrame } from "../admin-frame";
import { Pager } from "../pager";
import { JobFilters } from "./job-filters";
import { JobList } from "./job-list";
import { StateTotals } from "./state-totals";

const PER_PAGE = 25;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.jobs");
  return { title: t("title") };
}

export default async function JobsPage({ searchParams }: { searchParams: SearchParams }) {
  const { user } = await requireAdmin();
  const query = await readQuery(searchParams);
  const filter = readFilter(jobFilterSchema, query);
  const [t, counts, page] = await Promise.all([
    getTranslations("admin.jobs"),
    countJobs(),
    orFirstPage(query.cursor, (cursor) => listJobs({ filter, limit: PER_PAGE, cursor })),
  ]);
  return (
    <AdminFrame>
      <StateTotals counts={counts} />
      <div className="rounded-xl border border-border bg-card shadow-xs">
        <JobFilters query={query} />
        <JobList jobs={page.items} timeZone={user.time_zone} />
        <Pager
          label={t("pages")}
          path="/admin/jobs"
          query={query}
          nextCursor={page.next_cursor}
          strings={{ first: t("newest"), next: t("older") }}
        />
      </div>
    </AdminFrame>
  );
}
