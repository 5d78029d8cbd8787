import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Moment } from "@/components/moment";
import type { AuditAction } from "@/domain/audit/actions";
import type { OwnEvent } from "@/domain/audit/list-events";
import { ActionIcon } from "./action-icon";

type Props = {
  events: OwnEvent[];
  timeZone: string;
  /** What can be done about one. */
  action: (event: OwnEvent) => ReactNode;
};

/** A list of events, as sentences. */
export async function Activity({ events, timeZone, action: actionOn }: Props) {
  const t = await getTranslations("activity");
  const nameOf: (action: AuditAction) => string = t;
  if (events.length === 0) return <p className="p-5 text-muted-foreground text-sm">{t("none")}</p>;
  return (
    <ul className="divide-y divide-border">
      {events.map((event) => (
        <li key={event.id} className="flex items-center gap-3.5 px-5 py-3 text-sm">
          <ActionIcon action={event.action as AuditAction} />
          <span className="mr-auto min-w-0">
            {nameOf(event.action as AuditAction)}
            <span className="block text-muted-foreground text-xs empty:hidden">
              {[
                event.by_administrator && t("byAdministrator"),
                event.ip_address && t("from", { address: event.ip_address }),
              ]
                .filter(Boolean)
                .join(" ")}
            </span>
          </span>
          {actionOn(event)}
          <Moment
            at={event.created_at}
            timeZone={timeZone}
            className="shrink-0 text-muted-foreground text-xs"
          />
        </li>
      ))}
    </ul>
  );
}
