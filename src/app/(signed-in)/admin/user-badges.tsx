import { getTranslations } from "next-intl/server";
import type { KnownUser } from "@/domain/administration/list-users";
import { Badge } from "../badge";

type Props = {
  user: Pick<KnownUser, "role" | "is_active" | "deleted_at">;
  /** Where a column of its own says the role, as far as there is room for it. */
  hasRoleColumn?: boolean;
};

/** Badges for whatever is unusual about an account. */
export async function UserBadges({ user, hasRoleColumn = false }: Props) {
  const t = await getTranslations("admin");
  return (
    <>
      {user.role === "admin" && (
        <span className={hasRoleColumn ? "inline-flex md:hidden" : "contents"}>
          <Badge>{t("roles.admin")}</Badge>
        </span>
      )}
      {user.deleted_at && <Badge tone="alarming">{t("deleted")}</Badge>}
      {!user.is_active && <Badge tone="alarming">{t("disabled")}</Badge>}
    </>
  );
}
