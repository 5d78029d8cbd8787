const DAY_MS = 86_400_000;

/** The first moment of a day (2026-11-20) in a time zone; null where the text is no day. */
export function startOfDay(day: string, timeZone: string): Date | null {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(day)) return null;
  const wanted = Date.parse(`${day}T00:00:00Z`);
  // 30 February is read as March by some.
  if (Number.isNaN(wanted) || new Date(wanted).toISOString().slice(0, 10) !== day) return null;
  // The offset of the moment that is looked for, which may differ from that of the first guess.
  const guess = wanted - offsetAt(wanted, timeZone);
  return new Date(wanted - offsetAt(guess, timeZone));
}

/** The last millisecond of a day in a time zone. */
export function endOfDay(day: string, timeZone: string): Date | null {
  if (startOfDay(day, timeZone) === null) return null;
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
  const start = startOfDay(next, timeZone);
  return start && new Date(start.getTime() - 1);
}

/** How far the clocks of a zone are ahead of UTC, in milliseconds. */
function offsetAt(moment: number, timeZone: string): number {
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
  const part = Object.fromEntries(
    format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - moment;
}
