import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import type { KnownUser } from "@/domain/administration/list-users";
import { isolated } from "@/i18n/isolated";
import { ConfirmedWrite } from "../confirmed-write";

export async function RestoreButton({ user }: { user: KnownUser }) {
  const [t, admin] = await Promise.all([getTranslations("admin.users"), getTranslations("admin")]);
  const name = isolated(user.full_name ?? user.username);
  return (
    <ConfirmedWrite
      method="POST"
      path={`/api/v1/admin/users/${user.id}/restore`}
      destructive={false}
      strings={{
        title: t("restoreTitle", { name }),
        body: t("restoreBody", { name }),
        confirm: t("restore"),
        cancel: admin("cancel"),
        unreachable: admin("failed"),
      }}
    >
      <Button variant="outline" size="sm" aria-label={t("restoreNamed", { name })}>
        {t("restore")}
      </Button>
    </ConfirmedWrite>
  );
}
