import { UserRoundPen } from "lucide";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { GateSilhouette } from "@/components/gate-arches";
import { Link } from "@/components/link";
import { Card } from "@/components/ui/card";
import { getTaskStats } from "@/domain/tasks/stats";
import { requireUser } from "@/http/page-caller";
import { isolated } from "@/i18n/isolated";
import { FormProblem } from "../../(public)/form-problem";
import type { Query } from "../../(public)/visitor";
import { PageFrame } from "../page-frame";
import { Hint } from "../panel";
import { DoneChart } from "./done-chart";
import { DuePanel } from "./due-panel";
import { NextSteps } from "./next-steps";
import { TaskStats } from "./task-stats";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("dashboard");
  return { title: t("title") };
}

/** All that it shows of data is known to http/own-pages too: what isn't makes the page slower. */
export default async function DashboardPage({ searchParams }: { searchParams: Query }) {
  const [{ user }, query] = await Promise.all([requireUser(), searchParams]);
  // A form of this page can't ask for it itself.
  if (query.code === "REAUTHENTICATION_REQUIRED") redirect("/reauthenticate");
  const [stats, t, format] = await Promise.all([
    getTaskStats({ userId: user.id, timeZone: user.time_zone }),
    getTranslations("dashboard"),
    getFormatter(),
  ]);
  return (
    <PageFrame title={t("title")}>
      {query.code && (
        <div className="mb-4">
          <FormProblem query={searchParams} />
        </div>
      )}
      <Card className="relative isolate overflow-hidden px-6 py-8 sm:px-8 sm:py-10">
        <GateSilhouette />
        <h2 className="max-w-xl wrap-anywhere font-semibold text-2xl">
          {t("welcome", { name: isolated(user.full_name ?? user.username) })}
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
      {user.role === "admin" && <NextSteps />}
      <div className="mt-4">
        <TaskStats stats={stats} />
      </div>
      {stats.hasAny && (
        <>
          <div className="mt-4 grid items-start gap-4 lg:grid-cols-2">
            <DuePanel which="byToday" tasks={stats.dueByToday} timeZone={user.time_zone} />
            <DuePanel which="thisWeek" tasks={stats.dueThisWeek} timeZone={user.time_zone} />
          </div>
          <div className="mt-4">
            <DoneChart days={stats.doneByDay} />
          </div>
        </>
      )}
      {user.full_name === null && (
        <Hint
          icon={UserRoundPen}
          href="/settings"
          title={t("name.title")}
          body={t("name.body")}
          className="mt-4 border-border border-dashed hover:bg-accent"
        />
      )}
      <p className="mt-6 text-muted-foreground text-sm">
        {t.rich("sessions", {
          link: (text) => (
            <Link href="/settings/sessions" className="underline underline-offset-4 hover:text-foreground">
              {text}
            </Link>
          ),
        })}
      </p>
    </PageFrame>
  );
}
