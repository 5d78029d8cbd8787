import { Bot, type IconNode, Laptop, Smartphone } from "lucide";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Moment } from "@/components/moment";
import { Icon } from "@/components/ui/icon";
import type { listLiveSessions } from "@/domain/sessions/sessions";
import { placeOf } from "@/lib/address-place";
import { Badge } from "./badge";
import { deviceNamer } from "./device-name";

export type LiveSession = Awaited<ReturnType<typeof listLiveSessions>>[number];

type Props = {
  sessions: LiveSession[];
  timeZone: string;
  /** The button that ends one. */
  action: (session: LiveSession, device: string) => ReactNode;
};

/** Sessions with device, address, when they began and were last used. */
export async function SessionList({ sessions, timeZone, action }: Props) {
  const [t, nameDevice] = await Promise.all([getTranslations("settings.sessions"), deviceNamer()]);

  function addressOf(address: string) {
    const place = placeOf(address);
    return place ? `${address} · ${t(place)}` : address;
  }

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
                {session.ip_address && (
                  <>
                    <span className="wrap-anywhere">{addressOf(session.ip_address)}</span>
                    <br />
                  </>
                )}
                {t.rich("times", {
                  started: () => <Moment at={session.created_at} timeZone={timeZone} />,
                  used: () => <Moment at={session.last_used_at} timeZone={timeZone} />,
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
