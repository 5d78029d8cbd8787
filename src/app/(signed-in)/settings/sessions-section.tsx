import { Bot, type IconNode, Laptop, Smartphone } from "lucide";
import { getTranslations } from "next-intl/server";
import { Icon } from "@/components/icon";
import { Moment } from "@/components/moment";
import { Button } from "@/components/ui/button";
import type { listLiveSessions } from "@/domain/sessions/sessions";
import { deviceNamer } from "../device-name";
import { EndSession } from "./end-session";
import { Section } from "./section";

type Session = Awaited<ReturnType<typeof listLiveSessions>>[number];

export async function SessionsSection({ sessions, timeZone }: { sessions: Session[]; timeZone: string }) {
  const [t, nameDevice] = await Promise.all([getTranslations("settings.sessions"), deviceNamer()]);
  const shared = { cancel: t("cancel"), unreachable: t("failed") };
  const others = sessions.length - 1;
  return (
    <Section id="sessions" title={t("title")} lead={t("lead")}>
      <ul className="divide-y divide-border">
        {sessions.map((session) => {
          const device = nameDevice(session.device_info);
          return (
            <li key={session.id} className="flex items-center gap-4 px-5 py-4 sm:px-6">
              <Icon of={deviceIcon(session.user_agent)} className="size-5 text-muted-foreground" />
              <div className="mr-auto min-w-0 text-sm">
                <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-medium">
                  {device}
                  {session.current && (
                    <span className="rounded-full bg-accent px-2 py-0.5 font-medium text-accent-foreground text-xs">
                      {t("current")}
                    </span>
                  )}
                </p>
                <p className="text-muted-foreground text-xs">
                  {session.ip_address && `${session.ip_address} · `}
                  {t.rich("lastUsed", {
                    moment: () => <Moment at={session.last_used_at} timeZone={timeZone} />,
                  })}
                </p>
              </div>
              {!session.current && (
                <EndSession
                  sessionId={session.id}
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
                </EndSession>
              )}
            </li>
          );
        })}
      </ul>
      {others > 0 ? (
        <div className="flex justify-end border-border border-t px-5 py-3.5 sm:px-6">
          <EndSession
            strings={{
              ...shared,
              title: t("endOthersTitle", { count: others }),
              body: t("endOthersBody"),
              confirm: t("endOthers"),
            }}
          >
            <Button variant="destructive-outline">{t("endOthers")}</Button>
          </EndSession>
        </div>
      ) : (
        <p className="border-border border-t px-5 py-3.5 text-muted-foreground text-sm sm:px-6">
          {t("onlyThis")}
        </p>
      )}
    </Section>
  );
}

function deviceIcon(userAgent: string | null): IconNode {
  if (userAgent === null || !userAgent.startsWith("Mozilla/")) return Bot;
  return /Mobi|Android|iPhone|iPad/.test(userAgent) ? Smartphone : Laptop;
}
