import { getTranslations } from "next-intl/server";
import { TextLink } from "@/app/(public)/gate-card";
import { Button } from "@/components/ui/button";
import { ConfirmedWrite } from "../../confirmed-write";
import { type LiveSession, SessionList } from "../../session-list";
import { Section } from "../section";

export async function SessionsSection({ sessions, timeZone }: { sessions: LiveSession[]; timeZone: string }) {
  const t = await getTranslations("settings.sessions");
  const shared = { cancel: t("cancel"), unreachable: t("failed") };
  const others = sessions.length - 1;
  return (
    <Section id="sessions" title={t("title")} lead={t("lead")}>
      <SessionList
        sessions={sessions}
        timeZone={timeZone}
        action={(session, device) =>
          !session.current && (
            <ConfirmedWrite
              path={`/api/v1/auth/sessions/${session.id}`}
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
          )
        }
      />
      {others > 0 ? (
        <div className="flex flex-wrap items-center justify-end gap-x-6 gap-y-3 border-border border-t px-5 py-3.5 sm:px-6">
          <p className="mr-auto max-w-sm text-pretty text-muted-foreground text-sm">
            {t.rich("notYou", {
              link: (text) => <TextLink href="/settings/security#password">{text}</TextLink>,
            })}
          </p>
          <ConfirmedWrite
            path="/api/v1/auth/sessions"
            strings={{
              ...shared,
              title: t("endOthersTitle", { count: others }),
              body: t("endOthersBody"),
              confirm: t("endOthers"),
            }}
          >
            <Button variant="destructive-outline">{t("endOthers")}</Button>
          </ConfirmedWrite>
        </div>
      ) : (
        <p className="border-border border-t px-5 py-3.5 text-muted-foreground text-sm sm:px-6">
          {t("onlyThis")}
        </p>
      )}
    </Section>
  );
}
