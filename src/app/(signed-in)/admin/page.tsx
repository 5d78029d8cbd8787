import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { buttonVariants } from "@/components/ui/button-variants";
import { Card } from "@/components/ui/card";
import { userFilterSchema } from "@/domain/administration/inputs";
import { listUsers } from "@/domain/administration/list-users";
import { requireAdmin } from "@/http/caller";
import { readFilter, readQuery, type SearchParams } from "../address";
import { orFirstPage } from "../first-page";
import { AdminFrame } from "./admin-frame";
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
  const query = await readQuery(searchParams);
  const filter = readFilter(userFilterSchema, query);
  const [t, newUser, page] = await Promise.all([
    getTranslations("admin.users"),
    getTranslations("admin.newUser"),
    orFirstPage(query.cursor, (cursor) => listUsers({ filter, limit: PER_PAGE, cursor })),
  ]);
  return (
    <AdminFrame>
      <div className="mb-4 flex justify-end">
        <Link
          href="/admin/users/new"
          prefetch={false}
          className={buttonVariants({ variant: "outline", size: "sm" })}
        >
          {newUser("open")}
        </Link>
      </div>
      <Card>
        <UserFilters query={query} />
        <UserTable users={page.items} self={user} />
        <Pager
          label={t("pages")}
          path="/admin"
          query={query}
          nextCursor={page.next_cursor}
          strings={{ first: t("first"), next: t("next") }}
        />
      </Card>
    </AdminFrame>
  );
}
