import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import type { KnownUser } from "@/domain/administration/list-users";
import { listEventsOf } from "@/domain/audit/list-events";
import { addressOf } from "../../../address";
import { Section } from "../../../settings/section";
import { EventList } from "../../event-list";

const RECENT = 10;

export async function TrailSection({ user, timeZone }: { user: KnownUser; timeZone: string }) {
  const [t, events] = await Promise.all([
    getTranslations("admin.user.trail"),
    listEventsOf({ userId: user.id, limit: RECENT }),
  ]);
  return (
    <Section id="trail" title={t("title")} lead={t("lead")}>
      <EventList events={events.items} timeZone={timeZone} />
      <p className="border-border border-t px-5 py-3 text-sm sm:px-6">
        <Link
          href={addressOf("/admin/audit", { subject: user.username })}
          className="text-muted-foreground hover:text-foreground"
        >
          {t("all")}
        </Link>
      </p>
    </Section>
  );
}
