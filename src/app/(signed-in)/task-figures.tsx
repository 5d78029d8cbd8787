import { ArrowRight, CalendarCheck2, CalendarX2, CircleCheckBig, ListTodo } from "lucide";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { Icon } from "@/components/icon";
import type { TaskFigures as Figures } from "@/domain/tasks/figures";
import { Figure } from "./panel";

/** What there is to do, each figure leading to the tasks it counts. */
export async function TaskFigures({ figures }: { figures: Figures }) {
  const [t, format] = await Promise.all([getTranslations("dashboard.tasks"), getFormatter()]);
  if (!figures.hasAny)
    return (
      <Link
        href="/tasks"
        prefetch={false}
        className="flex items-center gap-4 rounded-xl border border-border bg-card p-5 text-sm shadow-xs transition-colors hover:border-input"
      >
        <Icon of={ListTodo} className="size-5 text-muted-foreground" />
        <span className="mr-auto">
          <span className="block font-medium">{t("noTasks.title")}</span>
          <span className="text-muted-foreground">{t("noTasks.body")}</span>
        </span>
        <Icon of={ArrowRight} />
      </Link>
    );
  return (
    <div className="grid grid-cols-2 gap-4 lg:grid-cols-4">
      <Figure icon={ListTodo} label={t("open")} href="/tasks">
        {format.number(figures.open)}
      </Figure>
      <Figure icon={CalendarCheck2} label={t("dueToday")} href="/tasks?due=today">
        {format.number(figures.dueToday)}
      </Figure>
      <Figure icon={CalendarX2} label={t("overdue")} href="/tasks?due=overdue" alarming={figures.overdue > 0}>
        {format.number(figures.overdue)}
      </Figure>
      <Figure icon={CircleCheckBig} label={t("doneThisWeek")} href="/tasks?show=done">
        {format.number(figures.doneThisWeek)}
      </Figure>
    </div>
  );
}
