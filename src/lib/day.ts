const DAY_MS = 86_400_000;

/** The first moment of a day (2026-11-20) in a time zone; null where the text is no day. */
export function startOfDay(day: string, timeZone: string): Date | null {
  return momentIn({ day, time: "00:00", timeZone });
}

/** The last millisecond of a day in a time zone. */
export function endOfDay(day: string, timeZone: string): Date | null {
  if (startOfDay(day, timeZone) === null) return null;
  const next = startOfDay(addDays(day, 1), timeZone);
  return next && new Date(next.getTime() - 1);
}

type Clock = { day: string; time: string; timeZone: string };

/** When the clocks of a zone show this (2026-11-20, 09:30); null where the text is no day or no time. */
export function momentIn({ day, time, timeZone }: Clock): Date | null {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}$/.test(time)) return null;
  const wanted = Date.parse(`${day}T${time}:00Z`);
  // 30 February is read as March by some.
  if (Number.isNaN(wanted) || new Date(wanted).toISOString().slice(0, 10) !== day) return null;
  // The offset of the moment that is looked for, which may differ from that of the first guess.
  const guess = wanted - offsetAt(wanted, timeZone);
  return new Date(wanted - offsetAt(guess, timeZone));
}

/** What calendar and clock of a zone show at a moment, to the minute. */
export function clockAt(moment: Date, timeZone: string): Pick<Clock, "day" | "time"> {
  const shown = new Date(moment.getTime() + offsetAt(moment.getTime(), timeZone)).toISOString();
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) };
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** How many days lie between two, on the calendar. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS;
}

/** How far the clocks of a zone are ahead of UTC, in milliseconds. */
export function offsetAt(moment: number, timeZone: string): number {
  const part = Object.fromEntries(
    clockFormat(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment / 1000) * 1000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

// A zone's name may be written in any case, so there are more spellings than zones.
const MOST_FORMATS = 100;

/** Kept: making one takes longer than all that is done with it. */
function clockFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  if (formats.size >= MOST_FORMATS) formats.clear();
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(timeZone, format);
  return format;
}
