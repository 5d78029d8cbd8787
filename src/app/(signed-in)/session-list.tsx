import { Bot, type IconNode, Laptop, Smartphone } from "lucide";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Moment } from "@/components/moment";
import { Icon } from "@/components/ui/icon";
import type { listLiveSessions } from "@/domain/sessions/sessions";
import { Badge } from "./badge";
import { deviceNamer } from "./device-name";

export type LiveSession = Awaited<ReturnType<typeof listLiveSessions>>[number];

type Props = {
  sessions: LiveSession[];
  timeZone: string;
  /** The button that ends one. */
  action: (session: LiveSession, device: string) => ReactNode;
};

/** Sessions with device, address and last use. */
export async function SessionList({ sessions, timeZone, action }: Props) {
  const [t, nameDevice] = await Promise.all([getTranslations("settings.sessions"), deviceNamer()]);
  return (
    <ul className="divide-y divide-border">
      {sessions.map((session) => {
        const device = nameDevice(session.device_info);
        return (
          <li key={session.id} className="flex items-center gap-4 px-5 py-4 sm:px-6">
            <Icon of={deviceIcon(session.user_agent)} className="size-5 text-muted-foreground" />
            <div className="mr-auto min-w-0 text-sm">
              <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-medium">
                {device}
                {session.current && <Badge>{t("current")}</Badge>}
              </p>
              <p className="text-muted-foreground text-xs">
                {session.ip_address && `${session.ip_address} · `}
                {t.rich("lastUsed", {
                  moment: () => <Moment at={session.last_used_at} timeZone={timeZone} />,
                })}
              </p>
            </div>
            {action(session, device)}
          </li>
        );
      })}
    </ul>
  );
}

function deviceIcon(userAgent: string | null): IconNode {
  if (userAgent === null || !userAgent.startsWith("Mozilla/")) return Bot;
  return /Mobi|Android|iPhone|iPad/.test(userAgent) ? Smartphone : Laptop;
}
