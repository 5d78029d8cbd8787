import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import type { KnownUser } from "@/domain/administration/list-users";
import { isolated } from "@/i18n/isolated";
import { ConfirmedWrite } from "../../../confirmed-write";
import { type LiveSession, SessionList } from "../../../session-list";
import { Section } from "../../../settings/section";

type Props = { user: KnownUser; sessions: LiveSession[]; timeZone: string };

export async function SessionsSection({ user, sessions, timeZone }: Props) {
  const [t, admin] = await Promise.all([getTranslations("admin.user.sessions"), getTranslations("admin")]);
  const shared = { cancel: admin("cancel"), unreachable: admin("failed") };
  const path = `/api/v1/admin/users/${user.id}/sessions`;
  return (
    <Section id="sessions" title={t("title")} lead={t("lead")}>
      {sessions.length === 0 ? (
        <p className="p-5 text-muted-foreground text-sm sm:px-6">{t("none")}</p>
      ) : (
        <>
          <SessionList
            sessions={sessions}
            timeZone={timeZone}
            action={(session, device) => (
              <ConfirmedWrite
                path={`${path}/${session.id}`}
                strings={{
                  ...shared,
                  title: t("endTitle", { device }),
                  body: t("endBody"),
                  confirm: t("end"),
                }}
              >
                <Button variant="outline" size="sm" aria-label={t("endNamed", { device })}>
                  {t("end")}
                </Button>
              </ConfirmedWrite>
            )}
          />
          <div className="flex justify-end border-border border-t px-5 py-3.5 sm:px-6">
            <ConfirmedWrite
              path={path}
              strings={{
                ...shared,
                title: t("endAllTitle", { count: sessions.length }),
                body: t("endAllBody", { name: isolated(user.full_name ?? user.username) }),
                confirm: t("endAll"),
              }}
            >
              <Button variant="destructive-outline">{t("endAll")}</Button>
            </ConfirmedWrite>
          </div>
        </>
      )}
    </Section>
  );
}
