import { getTranslations } from "next-intl/server";
import type { NamedEvent } from "@/domain/audit/list-events";
import { EventLine } from "./event-line";

type Props = { events: NamedEvent[]; timeZone: string };

/** A line for each event, which opens to the full record. */
export async function EventList({ events, timeZone }: Props) {
  const t = await getTranslations("admin.audit");
  if (events.length === 0) {
    return <p className="px-5 py-12 text-center text-muted-foreground text-sm">{t("none")}</p>;
  }
  return (
    <ul className="divide-y divide-border">
      {events.map((event) => (
        <li key={event.id}>
          <EventLine event={event} timeZone={timeZone} />
        </li>
      ))}
    </ul>
  );
}
