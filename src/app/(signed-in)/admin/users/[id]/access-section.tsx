import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { KnownUser } from "@/domain/administration/list-users";
import { isolated } from "@/i18n/isolated";
import { ConfirmedWrite } from "../../../confirmed-write";
import { Section } from "../../../settings/section";
import { LinkButton } from "../../link-button";
import { copyLinkStrings } from "../../link-strings";

type Props = {
  user: KnownUser;
  /** Whether it is one's own account. */
  isSelf: boolean;
  /** Whether its person never had a way in. */
  isNew: boolean;
};

export async function AccessSection({ user, isSelf, isNew }: Props) {
  const [t, admin] = await Promise.all([getTranslations("admin.user.access"), getTranslations("admin")]);
  const name = isolated(user.full_name ?? user.username);
  const shared = { cancel: admin("cancel"), unreachable: admin("failed") };
  const write = { method: "PATCH", path: `/api/v1/admin/users/${user.id}` } as const;
  return (
    <Section id="access" title={t("title")} lead={t("lead")}>
      <div className="divide-y divide-border">
        {user.role === "admin" ? (
          <Status said={t("isAdmin")}>
            <ConfirmedWrite
              {...write}
              body={{ role: "user" }}
              strings={{
                ...shared,
                title: t("demoteTitle", { name }),
                body: isSelf ? t("demoteSelf") : t("demoteBody", { name }),
                confirm: t("demote"),
              }}
            >
              <Button variant="destructive-outline">{t("demote")}</Button>
            </ConfirmedWrite>
          </Status>
        ) : (
          <Status said={t("isUser")}>
            <ConfirmedWrite
              {...write}
              body={{ role: "admin" }}
              destructive={false}
              strings={{
                ...shared,
                title: t("promoteTitle", { name }),
                body: t("promoteBody", { name }),
                confirm: t("promote"),
              }}
            >
              <Button variant="outline">{t("promote")}</Button>
            </ConfirmedWrite>
          </Status>
        )}
        {user.is_active ? (
          <Status said={t("isActive")}>
            <ConfirmedWrite
              {...write}
              body={{ is_active: false }}
              strings={{
                ...shared,
                title: t("disableTitle", { name }),
                body: isSelf ? t("disableSelf") : t("disableBody", { name }),
                confirm: t("disable"),
              }}
            >
              <Button variant="destructive-outline">{t("disable")}</Button>
            </ConfirmedWrite>
          </Status>
        ) : (
          <Status said={t("isDisabled")}>
            <ConfirmedWrite
              {...write}
              body={{ is_active: true }}
              destructive={false}
              strings={{
                ...shared,
                title: t("enableTitle", { name }),
                body: t("enableBody", { name }),
                confirm: t("enable"),
              }}
            >
              <Button variant="outline">{t("enable")}</Button>
            </ConfirmedWrite>
          </Status>
        )}
        {user.is_active && (
          <Status said={t("unlockLead")}>
            <ConfirmedWrite
              method="POST"
              path={`${write.path}/unlock`}
              destructive={false}
              strings={{
                ...shared,
                title: t("unlockTitle", { name }),
                body: t("unlockBody", { name }),
                confirm: t("unlock"),
              }}
            >
              <Button variant="outline">{t("unlock")}</Button>
            </ConfirmedWrite>
          </Status>
        )}
        {user.is_active && (
          <Status said={isNew ? t("inviteLead") : t("resetLead")}>
            <LinkButton
              path={`${write.path}/reset-link`}
              strings={{
                ...shared,
                title: isNew ? t("inviteTitle", { name }) : t("resetTitle", { name }),
                body: isNew ? t("inviteBody") : t("resetBody"),
                confirm: isNew ? t("invite") : t("reset"),
                close: admin("close"),
                result: {
                  mailed: t("resetMailed", { email: user.email }),
                  handOver: isNew ? t("inviteHandOver") : t("resetHandOver"),
                  copy: await copyLinkStrings(),
                },
              }}
            >
              <Button variant="outline">{isNew ? t("invite") : t("reset")}</Button>
            </LinkButton>
          </Status>
        )}
        <Status said={t("deleteLead")}>
          <ConfirmedWrite
            path={write.path}
            after="/admin"
            strings={{
              ...shared,
              title: t("deleteTitle", { name }),
              body: isSelf ? t("deleteSelf") : t("deleteBody", { name }),
              confirm: t("delete"),
            }}
          >
            <Button variant="destructive-outline">{t("delete")}</Button>
          </ConfirmedWrite>
        </Status>
      </div>
    </Section>
  );
}

/** The current state and the button that changes it. */
function Status({ said, children }: { said: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-5 py-4 sm:px-6">
      <p className="min-w-0 flex-[1_1_14rem] text-pretty text-sm">{said}</p>
      {children}
    </div>
  );
}
