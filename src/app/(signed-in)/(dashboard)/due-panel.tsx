import { getLocale, getTranslations } from "next-intl/server";
import type { DueTask } from "@/domain/tasks/due-soon";
import { Panel } from "../panel";
import { capitalized, dueWords } from "../tasks/due-words";
import { DueList } from "./due-list";

const ALL_OF_THEM = { byToday: "/tasks", thisWeek: "/tasks?due=week" };

type Props = { which: keyof typeof ALL_OF_THEM; tasks: DueTask[]; timeZone: string };

/** Tasks that are due, to tick off. */
export async function DuePanel({ which, tasks, timeZone }: Props) {
  const [t, row, form, locale] = await Promise.all([
    getTranslations("dashboard.due"),
    getTranslations("tasks.row"),
    getTranslations("form"),
    getLocale(),
  ]);
  const now = new Date();
  const title = t(`${which}.title`);
  return (
    <Panel title={title} more={{ href: ALL_OF_THEM[which], label: t("more") }}>
      <DueList
        tasks={tasks.map(({ id, title, due_date: due }) => ({
          ...{ id, title, due_date: due.toISOString(), isOverdue: due < now },
          due: capitalized(dueWords({ due, now, timeZone, locale }), locale),
        }))}
        strings={{
          ...{ label: title, none: t(`${which}.none`), overdue: row("overdue"), failed: t("failed") },
          unreachable: form("unreachable"),
        }}
      />
    </Panel>
  );
}
