import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { listEvents } from "@/domain/audit/list-events";
import { requireAdmin } from "@/http/page-caller";
import { isolated } from "@/i18n/isolated";
import { readQuery, type SearchParams } from "../../address";
import { orFirstPage } from "../../first-page";
import { AdminFrame } from "../admin-frame";
import { EventList } from "../event-list";
import { Pager } from "../pager";
import { EventFilters } from "./event-filters";
import { ExportLinks } from "./export-links";
import { FilterChips } from "./filter-chips";
import { LiveSwitch } from "./live-switch";
import { readEventFilter } from "./read-event-filter";

const PER_PAGE = 25;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.audit");
  return { title: t("title") };
}

export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const { user } = await requireAdmin();
  const query = await readQuery(searchParams);
  const [t, { filter, unknown }] = await Promise.all([
    getTranslations("admin.audit"),
    readEventFilter(query, user.time_zone),
  ]);
  const page =
    filter && (await orFirstPage(query.cursor, (cursor) => listEvents({ filter, limit: PER_PAGE, cursor })));
  return (
    <AdminFrame>
      <Card>
        <EventFilters query={query} />
        <div className="flex flex-wrap items-center justify-end gap-x-5 gap-y-2.5 border-border border-b px-5 py-3 empty:hidden sm:px-6">
          <div className="mr-auto min-w-0 empty:hidden">
            <FilterChips query={query} timeZone={user.time_zone} />
          </div>
          {!query.cursor && <LiveSwitch label={t("live")} />}
          {filter !== null && page !== null && page.items.length > 0 && <ExportLinks filter={filter} />}
        </div>
        {filter === null || page === null ? (
          <p role="status" className="px-5 py-12 text-center text-muted-foreground text-sm">
            {t("unknown", { name: isolated(unknown) })}
          </p>
        ) : (
          <>
            <EventList events={page.items} timeZone={user.time_zone} />
            <Pager
              label={t("pages")}
              path="/admin/audit"
              query={query}
              nextCursor={page.next_cursor}
              strings={{ first: t("newest"), next: t("older") }}
            />
          </>
        )}
      </Card>
    </AdminFrame>
  );
}
