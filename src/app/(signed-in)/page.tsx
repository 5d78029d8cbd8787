import { Clock, MonitorSmartphone, UserRoundPen } from "lucide";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { GateSilhouette } from "@/components/gate-arches";
import { Moment } from "@/components/moment";
import { Card } from "@/components/ui/card";
import { listOwnEvents } from "@/domain/audit/list-events";
import { countLiveSessions, findPreviousSignIn } from "@/domain/sessions/sign-in-history";
import { getTaskStats } from "@/domain/tasks/stats";
import { requireUser } from "@/http/caller";
import { Activity } from "./activity";
import { deviceNamer } from "./device-name";
import { DoneChart } from "./done-chart";
import { PageFrame } from "./page-frame";
import { Figure, Hint, Panel } from "./panel";
import { TaskStats } from "./task-stats";

const RECENT = 5;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("dashboard");
  return { title: t("title") };
}

export default async function DashboardPage() {
  const { user, sessionId } = await requireUser();
  const [stats, liveSessions, previous, events, nameDevice, t, format] = await Promise.all([
    getTaskStats({ userId: user.id, timeZone: user.time_zone }),
    countLiveSessions(user.id),
    findPreviousSignIn({ userId: user.id, currentId: sessionId }),
    listOwnEvents({ userId: user.id, limit: RECENT }),
    deviceNamer(),
    getTranslations("dashboard"),
    getFormatter(),
  ]);
  return (
    <PageFrame title={t("title")}>
      <Card className="relative isolate overflow-hidden px-6 py-8 sm:px-8 sm:py-10">
        <GateSilhouette />
        <h2 className="max-w-xl wrap-anywhere font-semibold text-2xl">
          {t("welcome", { name: user.full_name ?? user.username })}
        </h2>
        <p className="mt-1.5 text-muted-foreground text-sm">
          {format.dateTime(new Date(), {
            weekday: "long",
            day: "numeric",
            month: "long",
            timeZone: user.time_zone,
          })}
        </p>
      </Card>
      <div className="mt-4">
        <TaskStats stats={stats} />
      </div>
      <div className={`mt-4 grid gap-4 ${stats.hasAny ? "lg:grid-cols-[2fr_1fr]" : ""}`}>
        {stats.hasAny && <DoneChart days={stats.doneByDay} />}
        <div className={`grid gap-4 sm:grid-cols-2 ${stats.hasAny ? "lg:grid-cols-1" : ""}`}>
          <Figure icon={MonitorSmartphone} label={t("sessions")} href="/settings/sessions">
            {format.number(liveSessions)}
          </Figure>
          <Figure
            icon={Clock}
            label={t("previous.label")}
            detail={
              previous && [nameDevice(previous.device_info), previous.ip_address].filter(Boolean).join(" · ")
            }
          >
            {previous ? <Moment at={previous.created_at} timeZone={user.time_zone} /> : t("previous.none")}
          </Figure>
        </div>
      </div>
      {user.full_name === null && (
        <Hint
          icon={UserRoundPen}
          href="/settings"
          title={t("name.title")}
          body={t("name.body")}
          className="mt-4 border-border border-dashed hover:bg-accent"
        />
      )}
      <Panel className="mt-4" title={t("activity")} more={{ href: "/settings/activity", label: t("more") }}>
        <Activity events={events.items} timeZone={user.time_zone} />
      </Panel>
    </PageFrame>
  );
}
