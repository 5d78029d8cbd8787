import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { listOwnEvents } from "@/domain/audit/list-events";
import type { User } from "@/domain/users/user";
import { Activity } from "../../activity";
import { orFirstPage } from "../../first-page";
import { Section } from "../section";

const EVENTS_PER_PAGE = 10;

type Props = { user: User; cursor: string | undefined };

export async function ActivitySection({ user, cursor }: Props) {
  const [t, events] = await Promise.all([
    getTranslations("settings.activity"),
    orFirstPage(cursor, (from) => listOwnEvents({ userId: user.id, limit: EVENTS_PER_PAGE, cursor: from })),
  ]);
  return (
    <Section id="activity" title={t("title")} lead={t("lead")}>
      <Activity events={events.items} timeZone={user.time_zone} />
      {(cursor || events.next_cursor) && (
        <nav
          aria-label={t("pages")}
          className="flex justify-between border-border border-t px-5 py-3 text-sm sm:px-6"
        >
          {cursor ? <PageLink href="/settings/activity">{t("newest")}</PageLink> : <span />}
          {events.next_cursor && (
            <PageLink href={`/settings/activity?${new URLSearchParams({ before: events.next_cursor })}`}>
              {t("older")}
            </PageLink>
          )}
        </nav>
      )}
    </Section>
  );
}

function PageLink({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} className="min-h-6 text-muted-foreground hover:text-foreground">
      {children}
    </Link>
  );
}
