import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import type { UserSort } from "@/domain/administration/inputs";
import type { KnownUser } from "@/domain/administration/list-users";
import { findNewcomers } from "@/domain/administration/user-overview";
import type { User } from "@/domain/users/user";
import { SortHeading } from "./sort-heading";
import { userMenuStrings } from "./user-menu-strings";
import { UserRow } from "./user-row";

type Props = {
  users: KnownUser[];
  /** Who looks. */
  self: User;
  sort: UserSort;
  query: Record<string, string>;
};

export async function UserTable({ users, self, sort, query }: Props) {
  const [t, strings, newcomers] = await Promise.all([
    getTranslations("admin.users"),
    userMenuStrings(),
    findNewcomers(users.map(({ id }) => id)),
  ]);
  if (users.length === 0) {
    return (
      <p className="px-5 py-12 text-center text-muted-foreground text-sm">
        {t("none")}{" "}
        <Link
          href="/admin"
          prefetch={false}
          className="font-medium text-foreground underline decoration-input underline-offset-4"
        >
          {t("clear")}
        </Link>
      </p>
    );
  }
  const heading = { sort, query };
  return (
    <table className="w-full table-fixed text-left text-sm">
      <thead className="text-muted-foreground text-xs max-md:hidden">
        <tr className="*:px-2 *:py-2 *:font-medium">
          <th scope="col" className="w-12 pl-4!">
            <input
              type="checkbox"
              aria-label={t("selectAll")}
              className="block size-5 accent-primary noscript:hidden"
            />
          </th>
          <SortHeading {...heading} sortKey="name" label={t("person")} />
          <SortHeading {...heading} sortKey="email" label={t("email")} className="w-64 max-lg:hidden" />
          <SortHeading {...heading} sortKey="role" label={t("role")} className="w-32" />
          <SortHeading {...heading} sortKey="last_seen_at" label={t("seen")} className="w-32" />
          <SortHeading {...heading} sortKey="created_at" label={t("joined")} className="w-30 max-lg:hidden" />
          <th scope="col" className={users[0]?.deleted_at ? "w-36" : "w-14"}>
            <span className="sr-only">{t("actionsColumn")}</span>
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-border md:border-border md:border-t">
        {users.map((user) => (
          <UserRow key={user.id} user={user} self={self} isNew={newcomers.has(user.id)} strings={strings} />
        ))}
      </tbody>
    </table>
  );
}
