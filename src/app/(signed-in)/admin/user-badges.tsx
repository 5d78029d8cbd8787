import { getTranslations } from "next-intl/server";
import type { KnownUser } from "@/domain/administration/list-users";
import { Badge } from "../badge";

/** Badges for whatever is unusual about an account. */
export async function UserBadges({ user }: { user: Pick<KnownUser, "role" | "is_active" | "deleted_at"> }) {
  const t = await getTranslations("admin");
  return (
    <>
      {user.role === "admin" && <Badge>{t("roles.admin")}</Badge>}
      {user.deleted_at && <Badge tone="alarming">{t("deleted")}</Badge>}
      {!user.is_active && <Badge tone="alarming">{t("disabled")}</Badge>}
    </>
  );
}
