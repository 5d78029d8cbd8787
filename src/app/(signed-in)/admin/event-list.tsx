import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { AuditAction } from "@/domain/audit/actions";
import type { NamedEvent } from "@/domain/audit/list-events";
import { ActionIcon } from "../action-icon";
import { Person } from "./person";

type Props = { events: NamedEvent[]; timeZone: string };

/** Who did what to whom, when and from where, with the full record in a disclosure. */
export async function EventList({ events, timeZone }: Props) {
  const [t, actions, format] = await Promise.all([
    getTranslations("admin.audit"),
    getTranslations("activity"),
    getFormatter(),
  ]);
  const nameOf: (action: AuditAction) => string = actions;
  if (events.length === 0) {
    return <p className="px-5 py-12 text-center text-muted-foreground text-sm">{t("none")}</p>;
  }
  return (
    <ul className="divide-y divide-border">
      {events.map((event) => (
        <li key={event.id} className="flex gap-3.5 px-5 py-3 text-sm sm:px-6">
          <span className="pt-0.5">
            <ActionIcon action={event.action as AuditAction} />
          </span>
          <div className="min-w-0 grow">
            <p className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="font-medium">{nameOf(event.action as AuditAction)}</span>
              <time dateTime={event.created_at.toISOString()} className="text-muted-foreground text-xs">
                {format.dateTime(event.created_at, { dateStyle: "medium", timeStyle: "medium", timeZone })}
              </time>
            </p>
            <p className="wrap-anywhere text-muted-foreground text-xs">
              <Person
                id={event.actor_id}
                username={event.actor_username}
                unknown={t("nobody")}
                gone={t("someone")}
              />
              {event.subject_id !== null && event.subject_id !== event.actor_id && (
                <>
                  {" → "}
                  <Person
                    id={event.subject_id}
                    username={event.subject_username}
                    unknown={t("nobody")}
                    gone={t("someone")}
                  />
                </>
              )}
              {event.ip_address && ` · ${t("address", { address: event.ip_address })}`}
            </p>
            <details className="mt-1 text-muted-foreground text-xs">
              <summary className="min-h-6 w-fit leading-6 hover:text-foreground">{t("details")}</summary>
              <dl className="wrap-anywhere grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 py-1.5">
                <Fact name={t("event")}>
                  {event.id} · {event.action}
                </Fact>
                <Fact name={t("time")}>{event.created_at.toISOString()}</Fact>
                {event.session_id && <Fact name={t("session")}>{event.session_id}</Fact>}
                {event.trace_id && <Fact name={t("trace")}>{event.trace_id}</Fact>}
                {event.detail && <Fact name={t("detail")}>{JSON.stringify(event.detail)}</Fact>}
              </dl>
            </details>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="font-mono text-foreground">{children}</dd>
    </>
  );
}
