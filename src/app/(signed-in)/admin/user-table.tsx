import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { Moment } from "@/components/moment";
import { PersonAvatar } from "@/components/person-avatar";
import type { KnownUser } from "@/domain/administration/list-users";
import type { User } from "@/domain/users/user";
import { Badge } from "../badge";
import { RestoreButton } from "./restore-button";
import { UserBadges } from "./user-badges";

type Props = { users: KnownUser[] /** Who looks. */; self: User };

export async function UserTable({ users, self }: Props) {
  const [t, format] = await Promise.all([getTranslations("admin.users"), getFormatter()]);
  const dateOf = (moment: Date) => format.dateTime(moment, { dateStyle: "medium", timeZone: self.time_zone });
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
  return (
    <table className="w-full table-fixed text-left text-sm">
      <thead className="text-muted-foreground text-xs max-sm:sr-only">
        <tr className="*:px-5 *:py-2.5 *:font-medium">
          <th scope="col">{t("person")}</th>
          <th scope="col" className="w-36">
            {users[0]?.deleted_at ? t("restoration") : t("seen")}
          </th>
          <th scope="col" className="w-36 max-md:hidden">
            {t("joined")}
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-border sm:border-border sm:border-t">
        {users.map((user) => (
          <tr
            key={user.id}
            className="relative transition-colors *:px-5 *:py-3 hover:bg-accent/50 max-sm:grid max-sm:grid-cols-[minmax(0,1fr)]"
          >
            <th scope="row" className="min-w-0 font-normal max-sm:pb-0!">
              <div className="flex items-center gap-3.5">
                <PersonAvatar
                  id={user.id}
                  name={user.full_name ?? user.username}
                  url={user.avatar_url}
                  className="size-9 text-xs"
                />
                <div className="min-w-0">
                  <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
                    <UserName user={user} />
                    <UserBadges user={user} />
                    {user.id === self.id && <Badge>{t("you")}</Badge>}
                  </p>
                  <p className="truncate text-muted-foreground text-xs">
                    {user.full_name !== null && `${user.username} · `}
                    {user.email}
                  </p>
                  {user.deleted_at && (
                    <p className="text-muted-foreground text-xs">
                      {t("deletedAt", { date: dateOf(user.deleted_at) })}
                    </p>
                  )}
                </div>
              </div>
            </th>
            <td className="text-muted-foreground text-xs max-sm:pt-1! max-sm:pl-[4.375rem]!">
              {user.deleted_at ? (
                <RestoreButton user={user} />
              ) : (
                <>
                  <span className="sm:hidden">{t("seen")}: </span>
                  {user.last_seen_at ? (
                    <Moment at={user.last_seen_at} timeZone={self.time_zone} />
                  ) : (
                    t("never")
                  )}
                </>
              )}
            </td>
            <td className="text-muted-foreground text-xs max-md:hidden">{dateOf(user.created_at)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The way to somebody's page; a deleted account has none. */
function UserName({ user }: { user: KnownUser }) {
  const name = user.full_name ?? user.username;
  if (user.deleted_at) return <span className="max-w-full truncate font-medium">{name}</span>;
  return (
    <Link
      href={`/admin/users/${user.id}`}
      prefetch={false}
      className="max-w-full truncate font-medium after:absolute after:inset-0"
    >
      {name}
    </Link>
  );
}
