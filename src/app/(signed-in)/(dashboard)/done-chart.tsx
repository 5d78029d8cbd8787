import { getFormatter, getTranslations } from "next-intl/server";
import type { TaskStats } from "@/domain/tasks/stats";
import { Panel } from "../panel";

/** Tasks completed per day: bars, with a text alternative for each day. */
export async function DoneChart({ days }: { days: TaskStats["doneByDay"] }) {
  const [t, format] = await Promise.all([getTranslations("dashboard.tasks.chart"), getFormatter()]);
  const most = Math.max(...days.map(({ done }) => done));
  const total = days.reduce((sum, { done }) => sum + done, 0);
  // A calendar day, so no time zone applies.
  const name = (day: string, options: Pick<Intl.DateTimeFormatOptions, "weekday" | "day" | "month">) =>
    format.dateTime(new Date(`${day}T00:00:00Z`), { ...options, timeZone: "UTC" });
  return (
    <Panel title={t("title", { days: days.length })} className="flex flex-col">
      {total === 0 ? (
        <p className="m-auto max-w-xs text-balance px-5 py-12 text-center text-muted-foreground text-sm">
          {t("none")}
        </p>
      ) : (
        <ol className="flex h-48 grow items-stretch gap-1 px-4 pt-5 pb-3 sm:gap-2 sm:px-5">
          {days.map(({ day, done }, index) => (
            <li key={day} className="flex min-w-0 grow basis-0 flex-col items-center">
              <span className="sr-only">
                {t("day", { day: name(day, { weekday: "long", day: "numeric", month: "long" }), done })}
              </span>
              <span aria-hidden="true" className="flex w-full grow flex-col items-center justify-end">
                <span className="mb-1 text-[0.6875rem] text-muted-foreground tabular-nums">{done || ""}</span>
                <span
                  data-bar={done === 0 ? "empty" : ""}
                  className={`w-full max-w-9 rounded-t-sm ${done === 0 ? "bg-border" : index === days.length - 1 ? "bg-lantern" : "bg-ring"}`}
                  style={{ height: done === 0 ? "2px" : `${(done / most) * 78}%` }}
                />
              </span>
              <span
                aria-hidden="true"
                className="mt-1.5 w-full truncate text-center text-[0.6875rem] text-muted-foreground"
              >
                {name(day, { weekday: "narrow" })}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
