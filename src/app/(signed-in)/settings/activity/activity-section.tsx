import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { listOwnEvents, type OwnEvent } from "@/domain/audit/list-events";
import { PROOF_SECONDS } from "@/domain/proofs/purposes";
import type { User } from "@/domain/users/user";
import { Activity } from "../../activity";
import { orFirstPage } from "../../first-page";
import { NotMe } from "../not-me";
import { Section } from "../section";

const EVENTS_PER_PAGE = 10;
/** As long as the mail that tells of a sign-in can be answered with it. */
const DENIABLE_MS = PROOF_SECONDS.not_me * 1_000;

type Props = { user: User; sessionId: string; cursor: string | undefined };

export async function ActivitySection({ user, sessionId, cursor }: Props) {
  const [t, events] = await Promise.all([
    getTranslations("settings.activity"),
    orFirstPage(cursor, (from) => listOwnEvents({ userId: user.id, limit: EVENTS_PER_PAGE, cursor: from })),
  ]);
  return (
    <Section id="activity" title={t("title")} lead={t("lead")}>
      <Activity events={events.items} timeZone={user.time_zone} action={denialOf} />
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

  function denialOf({ action, session_id: id, ip_address: address, created_at }: OwnEvent) {
    const isOther = action === "session.started" && id !== null && id !== sessionId;
    if (!isOther || Date.now() - created_at.getTime() > DENIABLE_MS) return null;
    return <NotMe sessionId={id} named={address ? t("denyFrom", { address }) : t("deny")} />;
  }
}

function PageLink({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} className="min-h-6 text-muted-foreground hover:text-foreground">
      {children}
    </Link>
  );
}
