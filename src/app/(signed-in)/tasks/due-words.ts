import { clockAt, daysBetween, momentIn } from "@/lib/day";

// Without a time, a task is due until the last minute of its day.
export const END_OF_DAY = "23:59";

type Words = { due: Date; now: Date; timeZone: string; locale: string };

/** "tomorrow, 09:00", "завтра", "Wednesday", "3 Dec": as one would say it on the calendar of the person. */
export function dueWords({ due, now, timeZone, locale }: Words): string {
  const { day, time } = clockAt(due, timeZone);
  const words = dayWords({ due, days: daysBetween(clockAt(now, timeZone).day, day), now, timeZone, locale });
  const clock = time === END_OF_DAY ? "" : format(locale, { timeStyle: "short", timeZone }, due);
  return [words, clock].filter(Boolean).join(", ");
}

function dayWords({ due, days, now, timeZone, locale }: Words & { days: number }): string {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(days, "day");
  // "Tomorrow" and, where a language has it, "the day after tomorrow"; further on a number is harder to read than a name.
  if ((Math.abs(days) <= 2 && !/\d/.test(relative)) || (days < 0 && days > -7)) return relative;
  if (days > 0 && days < 7) return format(locale, { weekday: "long", timeZone }, due);
  const isThisYear = clockAt(due, timeZone).day.slice(0, 4) === clockAt(now, timeZone).day.slice(0, 4);
  return format(
    locale,
    { day: "numeric", month: "short", ...(!isThisYear && { year: "numeric" }), timeZone },
    due,
  );
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, options: Intl.DateTimeFormatOptions, moment: Date): string {
  const key = locale + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, known);
  // The server and some browsers differ in which space they put before "AM"; a line mustn't end there.
  return known
    .format(moment)
    .replace(/\s(?=[AP]M\b)/u, "\u00a0")
    .replaceAll("\u202f", " ");
}

/** Capitalized for use outside a sentence. */
export function capitalized(words: string, locale: string): string {
  return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
}

/** The due date as the values of a date and a time field. */
export function toDueDate({ day, time, timeZone }: { day: string; time: string; timeZone: string }) {
  return momentIn({ day, time: time || END_OF_DAY, timeZone })?.toISOString() ?? null;
}

export function fromDueDate(due: string | null | undefined, timeZone: string): { day: string; time: string } {
  if (!due) return { day: "", time: "" };
  const { day, time } = clockAt(new Date(due), timeZone);
  return { day, time: time === END_OF_DAY ? "" : time };
}
