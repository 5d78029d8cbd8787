import { CalendarCheck2, CalendarX2, CircleCheckBig, ListTodo } from "lucide";
import { getFormatter, getTranslations } from "next-intl/server";
import type { TaskStats as Stats } from "@/domain/tasks/stats";
import { Figure, Hint } from "../panel";

/** Task counts, each linking to the tasks it counts. */
export async function TaskStats({ stats }: { stats: Stats }) {
  const [t, format] = await Promise.all([getTranslations("dashboard.tasks"), getFormatter()]);
  if (!stats.hasAny)
    return (
      <Hint
        icon={ListTodo}
        href="/tasks"
        title={t("noTasks.title")}
        body={t("noTasks.body")}
        className="border-border bg-card shadow-xs hover:border-input"
      />
    );
  return (
    <div className="grid grid-cols-2 gap-4 lg:grid-cols-4">
      <Figure icon={ListTodo} label={t("open")} href="/tasks">
        {format.number(stats.open)}
      </Figure>
      <Figure icon={CalendarCheck2} label={t("dueToday")} href="/tasks?due=today">
        {format.number(stats.dueToday)}
      </Figure>
      <Figure icon={CalendarX2} label={t("overdue")} href="/tasks?due=overdue" alarming={stats.overdue > 0}>
        {format.number(stats.overdue)}
      </Figure>
      <Figure icon={CircleCheckBig} label={t("doneThisWeek")} href="/tasks?show=done">
        {format.number(stats.doneThisWeek)}
      </Figure>
    </div>
  );
}
