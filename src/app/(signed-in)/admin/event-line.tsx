import { ChevronDown } from "lucide";
import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import type { AuditAction } from "@/domain/audit/actions";
import type { NamedEvent } from "@/domain/audit/list-events";
import { ActionIcon } from "../action-icon";
import { Person } from "./person";

type Props = { event: NamedEvent; timeZone: string };

/** What happened to whom and when, in a line; opened, all that is known of it. */
export async function EventLine({ event, timeZone }: Props) {
  const [t, actions, format] = await Promise.all([
    getTranslations("admin.audit"),
    getTranslations("activity"),
    getFormatter(),
  ]);
  const nameOf: (action: AuditAction) => string = actions;
  const nameless = { unknown: t("nobody"), gone: t("someone") };
  const hasOther = event.subject_id !== null && event.subject_id !== event.actor_id;
  return (
    <details className="group text-sm">
      <summary className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 px-5 py-2 transition-colors hover:bg-accent/50 sm:px-6 md:grid-cols-[auto_minmax(0,15rem)_minmax(0,1fr)_auto_auto] [&::-webkit-details-marker]:hidden">
        <ActionIcon action={event.action as AuditAction} />
        <span className="truncate font-medium group-open:whitespace-normal max-md:col-span-2">
          {nameOf(event.action as AuditAction)}
        </span>
        <span
          dir="auto"
          className="max-sm:wrap-anywhere text-muted-foreground text-xs max-md:col-start-2 sm:truncate"
        >
          {nameIn(event.actor_id, event.actor_username)}
          {hasOther && ` → ${nameIn(event.subject_id, event.subject_username)}`}
          {event.ip_address && (
            <span className="max-sm:hidden"> · {t("address", { address: event.ip_address })}</span>
          )}
        </span>
        <time
          dateTime={event.created_at.toISOString()}
          className="text-muted-foreground text-xs tabular-nums"
        >
          {format.dateTime(event.created_at, { dateStyle: "medium", timeStyle: "short", timeZone })}
        </time>
        <Icon
          of={ChevronDown}
          className="size-4 text-muted-foreground transition-transform group-open:rotate-180 max-md:hidden"
        />
      </summary>
      <dl className="wrap-anywhere grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 bg-muted/50 px-5 py-3 text-muted-foreground text-xs sm:px-6 md:pl-16">
        <Fact name={t("actor")}>
          <Person id={event.actor_id} username={event.actor_username} {...nameless} />
        </Fact>
        {event.subject_id !== null && (
          <Fact name={t("subject")}>
            <Person id={event.subject_id} username={event.subject_username} {...nameless} />
          </Fact>
        )}
        <Fact name={t("event")}>
          {event.id} · {event.action}
        </Fact>
        <Fact name={t("time")}>{event.created_at.toISOString()}</Fact>
        {event.ip_address && <Fact name={t("addressName")}>{event.ip_address}</Fact>}
        {event.session_id && <Fact name={t("session")}>{event.session_id}</Fact>}
        {event.trace_id && <Fact name={t("trace")}>{event.trace_id}</Fact>}
        {event.detail && <Fact name={t("detail")}>{JSON.stringify(event.detail)}</Fact>}
      </dl>
    </details>
  );

  function nameIn(id: string | null, username: string | null) {
    if (id === null) return nameless.unknown;
    return username ?? nameless.gone;
  }
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd dir="auto" className="font-mono text-foreground">
        {children}
      </dd>
    </>
  );
}
