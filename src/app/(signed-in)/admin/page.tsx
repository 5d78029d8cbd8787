import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { buttonVariants } from "@/components/ui/button-variants";
import { Card } from "@/components/ui/card";
import { userFilterSchema } from "@/domain/administration/inputs";
import { listUsers } from "@/domain/administration/list-users";
import { requireAdmin } from "@/http/page-caller";
import { addressOf, readFilter, readQuery, type SearchParams } from "../address";
import { orFirstPage } from "../first-page";
import { AdminFrame } from "./admin-frame";
import { BulkForm } from "./bulk-form";
import { BulkProblem } from "./bulk-problem";
import { bulkStrings } from "./bulk-strings";
import { Pager } from "./pager";
import { UserFilters } from "./user-filters";
import { UserTable } from "./user-table";

const PER_PAGE = 20;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("users.title") };
}

export default async function UsersPage({ searchParams }: { searchParams: SearchParams }) {
  const { user } = await requireAdmin();
  const { code, field, next, ...query } = await readQuery(searchParams);
  const filter = readFilter(userFilterSchema, query);
  const [t, newUser, strings, page] = await Promise.all([
    getTranslations("admin.users"),
    getTranslations("admin.newUser"),
    bulkStrings(),
    orFirstPage(query.cursor, (cursor) => listUsers({ filter, limit: PER_PAGE, cursor })),
  ]);
  const { cursor, ...filters } = query;
  const here = addressOf("/admin", query);
  return (
    <AdminFrame>
      <BulkProblem searchParams={searchParams} code={code} here={here} />
      <div className="mb-4 flex justify-end">
        <Link href="/admin/users/new" className={buttonVariants({ variant: "outline", size: "sm" })}>
          {newUser("open")}
        </Link>
      </div>
      <Card>
        <UserFilters query={query} />
        <BulkForm
          here={here}
          exportPath={addressOf("/api/v1/admin/users", { ...filters, format: "csv" })}
          selectable={!filter.is_deleted && page.items.length > 0}
          total={t("total", { count: page.total })}
          strings={strings}
        >
          <UserTable users={page.items} self={user} sort={filter.sort} query={query} />
        </BulkForm>
        <Pager
          label={t("pages")}
          path="/admin"
          query={query}
          nextCursor={page.next_cursor}
          previousCursor={page.previous_cursor}
          strings={{ first: t("first"), previous: t("previous"), next: t("next") }}
        />
      </Card>
    </AdminFrame>
  );
}
