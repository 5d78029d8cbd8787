import { Ellipsis } from "lucide";
import { getFormatter, getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { Moment } from "@/components/moment";
import { PersonAvatar } from "@/components/person-avatar";
import { Icon } from "@/components/ui/icon";
import type { KnownUser } from "@/domain/administration/list-users";
import type { User } from "@/domain/users/user";
import { Badge } from "../badge";
import { RestoreButton } from "./restore-button";
import { UserBadges } from "./user-badges";
import { UserMenu } from "./user-menu";
import type { UserMenuStrings } from "./user-menu-strings";

type Props = {
  user: KnownUser;
  /** Who looks. */
  self: User;
  /** Whether its person never had a way in. */
  isNew: boolean;
  strings: UserMenuStrings;
};

const CELL = "px-2 py-3 text-muted-foreground text-xs";

/** A row of the table; on a phone, a block with the menu at its side. */
export async function UserRow({ user, self, isNew, strings }: Props) {
  const [t, roles, format] = await Promise.all([
    getTranslations("admin.users"),
    getTranslations("admin.roles"),
    getFormatter(),
  ]);
  const dateOf = (moment: Date) => format.dateTime(moment, { dateStyle: "medium", timeZone: self.time_zone });
  const name = user.full_name ?? user.username;
  const isSelf = user.id === self.id;
  return (
    <tr className="relative transition-colors hover:bg-accent/50 has-checked:bg-accent/50 max-md:grid max-md:grid-cols-[2.75rem_minmax(0,1fr)_auto] max-md:px-1">
      <td className="relative z-10 py-3 pl-4 max-md:row-span-2 max-md:pt-4 max-md:pl-3">
        {!(isSelf || user.deleted_at) && (
          // As wide as a finger: beside the box, a tap would go nowhere.
          <label className="-m-3 block w-fit p-3">
            <input
              type="checkbox"
              name={`user.${user.id}`}
              aria-label={t("select", { name })}
              className="block size-5 accent-primary"
            />
          </label>
        )}
      </td>
      <th scope="row" className="min-w-0 px-2 py-3 text-left font-normal max-md:pb-0">
        <div className="flex items-center gap-3">
          <PersonAvatar id={user.id} name={name} url={user.avatar_url} className="size-9 text-xs" />
          <div className="min-w-0">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <Link
                href={`/admin/users/${user.id}`}
                prefetch={false}
                dir="auto"
                className="max-w-full truncate font-medium after:absolute after:inset-0"
              >
                {name}
              </Link>
              <UserBadges user={user} hasRoleColumn />
              {isSelf && <Badge>{t("you")}</Badge>}
            </p>
            <p dir="auto" className="truncate text-muted-foreground text-xs">
              {user.full_name !== null && user.username}
              <span className="lg:hidden">
                {user.full_name !== null && " · "}
                {user.email}
              </span>
            </p>
            {user.deleted_at && (
              <p className="text-muted-foreground text-xs">
                {t("deletedAt", { date: dateOf(user.deleted_at) })}
              </p>
            )}
          </div>
        </div>
      </th>
      <td dir="auto" className={`${CELL} truncate max-lg:hidden`}>
        {user.email}
      </td>
      <td className={`${CELL} max-md:hidden`}>{roles(user.role)}</td>
      <td className={`${CELL} max-md:order-last max-md:col-start-2 max-md:pt-1 max-md:pl-14`}>
        <span className="md:hidden">{t("seen")}: </span>
        {user.last_seen_at ? <Moment at={user.last_seen_at} timeZone={self.time_zone} /> : t("never")}
      </td>
      <td className={`${CELL} max-lg:hidden`}>{dateOf(user.created_at)}</td>
      <td className="relative z-10 py-2 pr-3 text-right max-md:pt-3">
        {user.deleted_at ? (
          <RestoreButton user={user} />
        ) : (
          <UserMenu
            user={{ id: user.id, name, email: user.email, isActive: user.is_active }}
            isSelf={isSelf}
            isNew={isNew}
            strings={strings}
          >
            <Icon of={Ellipsis} />
          </UserMenu>
        )}
      </td>
    </tr>
  );
}
