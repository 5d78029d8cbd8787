import { getTranslations } from "next-intl/server";
import { Moment } from "@/components/moment";
import { Button } from "@/components/ui/button";
import type { findPreviousSignIn } from "@/domain/sessions/sign-in-history";
import { ConfirmedWrite } from "../../confirmed-write";
import { deviceNamer } from "../../device-name";
import { type LiveSession, SessionList } from "../../session-list";
import { NotMe } from "../not-me";
import { Section } from "../section";

type Props = {
  sessions: LiveSession[];
  previous: Awaited<ReturnType<typeof findPreviousSignIn>>;
  timeZone: string;
};

export async function SessionsSection({ sessions, previous, timeZone }: Props) {
  const [t, nameDevice] = await Promise.all([getTranslations("settings.sessions"), deviceNamer()]);
  const shared = { cancel: t("cancel"), unreachable: t("failed") };
  const others = sessions.length - 1;
  return (
    <Section id="sessions" title={t("title")} lead={t("lead")}>
      <SessionList
        sessions={sessions}
        timeZone={timeZone}
        action={(session, device) =>
          !session.current && (
            <div className="flex flex-wrap justify-end gap-1">
              <NotMe sessionId={session.id} named={t("denyNamed", { device })} />
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
            </div>
          )
        }
      />
      {previous && (
        <p className="border-border border-t px-5 py-3.5 text-muted-foreground text-sm sm:px-6">
          {t.rich("previous", {
            moment: () => <Moment at={previous.created_at} timeZone={timeZone} />,
            device: [nameDevice(previous.device_info), previous.ip_address].filter(Boolean).join(", "),
          })}
        </p>
      )}
      {others > 0 ? (
        <div className="flex flex-wrap items-center justify-end gap-x-6 gap-y-3 border-border border-t px-5 py-3.5 sm:px-6">
          <p className="mr-auto max-w-sm text-pretty text-muted-foreground text-sm">{t("notYou")}</p>
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
