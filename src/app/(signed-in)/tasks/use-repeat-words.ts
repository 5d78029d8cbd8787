import { useLocale, useTranslations } from "next-intl";

/** The rules one can choose; an API client may have set any other. */
export const REPEATS = [
  "FREQ=DAILY",
  "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
  "FREQ=WEEKLY",
  "FREQ=WEEKLY;INTERVAL=2",
  "FREQ=MONTHLY",
  "FREQ=YEARLY",
];

const UNITS = { DAILY: "daily", WEEKLY: "weekly", MONTHLY: "monthly", YEARLY: "yearly" } as const;
const SAID = /^(?:FREQ|INTERVAL|BYDAY|BYMONTHDAY|COUNT|UNTIL|WKST)$/;
const WEEKDAYS = "MO,TU,WE,TH,FR";
const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

/** A recurrence rule as one would say it. What would take a paragraph is only said to be out of the ordinary. */
export function useRepeatWords(): (rule: string) => string {
  const t = useTranslations("tasks.repeat");
  const locale = useLocale();

  function whenWords(parts: Map<string, string>): string | null {
    const days = parts.get("BYDAY")?.split(",") ?? [];
    const monthDays = parts.get("BYMONTHDAY");
    if (days.length > 0 && monthDays) return null;
    if (monthDays === "-1") return t("lastDay");
    if (monthDays)
      return /-/.test(monthDays) ? null : t("onMonthDays", { days: listOf(monthDays.split(",")) });
    const known = DAYS.filter((day) => days.includes(day));
    if (known.length < days.length) return null;
    return days.length === 0 ? "" : t("onDays", { days: listOf(known.map((day) => t(`days.${day}`))) });
  }

  function endWords(parts: Map<string, string>): string {
    const until = parts.get("UNTIL")?.replace(/^(....)(..)(..).*/, "$1-$2-$3");
    if (parts.has("COUNT")) return t("times", { count: Number(parts.get("COUNT")) });
    if (!until) return "";
    const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
    return t("until", { day: format.format(new Date(until)) });
  }

  function listOf(items: string[]): string {
    return new Intl.ListFormat(locale).format(items);
  }

  return (rule) => {
    const parts = new Map(rule.split(";").map((part) => part.split("=") as [string, string]));
    const unit = UNITS[parts.get("FREQ") as keyof typeof UNITS];
    const when = whenWords(parts);
    if (!unit || when === null || ![...parts.keys()].every((name) => SAID.test(name))) return t("custom");
    const count = Number(parts.get("INTERVAL") ?? 1);
    const isWorkWeek = unit === "weekly" && count === 1 && parts.get("BYDAY") === WEEKDAYS;
    const often = isWorkWeek ? t("weekdays") : [t(unit, { count }), when].filter(Boolean).join(" ");
    return [often, endWords(parts)].filter(Boolean).join(", ");
  };
}
