import { getTranslations } from "next-intl/server";
import type { User } from "@/domain/users/user";
import { Badge } from "../badge";

/** Badges for whatever is unusual about an account. */
export async function UserBadges({ user }: { user: Pick<User, "role" | "is_active"> }) {
  const t = await getTranslations("admin");
  return (
    <>
      {user.role === "admin" && <Badge>{t("roles.admin")}</Badge>}
      {!user.is_active && <Badge tone="alarming">{t("disabled")}</Badge>}
    </>
  );
}
