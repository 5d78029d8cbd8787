import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { listEvents } from "@/domain/audit/list-events";
import { requireAdmin } from "@/http/caller";
import { readQuery, type SearchParams } from "../../address";
import { orFirstPage } from "../../first-page";
import { AdminFrame } from "../admin-frame";
import { EventList } from "../event-list";
import { Pager } from "../pager";
import { EventFilters } from "./event-filters";
import { ExportLinks } from "./export-links";
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
        {filter === null || page === null ? (
          <p role="status" className="px-5 py-12 text-center text-muted-foreground text-sm">
            {t("unknown", { name: unknown })}
          </p>
        ) : (
          <>
            {page.items.length > 0 && <ExportLinks filter={filter} />}
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
