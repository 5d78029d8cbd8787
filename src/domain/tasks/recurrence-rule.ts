// The grammar of a recurrence rule (RFC 5545, 3.3.10). The library that reckons is lenient: it passes over parts it
// doesn't know and numbers out of range, and a rule that isn't what its author meant is worse than one refused.

const WEEKDAY = "(?:MO|TU|WE|TH|FR|SA|SU)";
const SECOND = "(?:[0-5]?\\d|60)";
const MINUTE = "[0-5]?\\d";
const HOUR = "(?:[01]?\\d|2[0-3])";
const MONTH = "(?:0?[1-9]|1[0-2])";
const DAY_OF_MONTH = "(?:0?[1-9]|[12]\\d|3[01])";
const WEEK = "(?:0?[1-9]|[1-4]\\d|5[0-3])";
const DAY_OF_YEAR = "(?:0{0,2}[1-9]|0?[1-9]\\d|[12]\\d\\d|3[0-5]\\d|36[0-6])";
// Every how many at most: a rule is walked period by period, and nobody plans further ahead.
const INTERVAL = "[1-9]\\d{0,2}";
const COUNT = "[1-9]\\d{0,5}";

const PARTS: Record<string, RegExp> = {
  FREQ: /^(?:SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: new RegExp(`^${INTERVAL}$`),
  COUNT: new RegExp(`^${COUNT}$`),
  // A day, or a moment in UTC. A local time without its zone isn't allowed beside a start that has one.
  UNTIL: new RegExp(
    `^\\d{4}${twoDigits(MONTH)}${twoDigits(DAY_OF_MONTH)}(?:T(?:[01]\\d|2[0-3])[0-5]\\d[0-5]\\dZ)?$`,
  ),
  BYSECOND: listOf(SECOND),
  BYMINUTE: listOf(MINUTE),
  BYHOUR: listOf(HOUR),
  BYDAY: listOf(`(?:[+-]?${WEEK})?${WEEKDAY}`),
  BYMONTHDAY: listOf(`[+-]?${DAY_OF_MONTH}`),
  BYYEARDAY: listOf(`[+-]?${DAY_OF_YEAR}`),
  BYWEEKNO: listOf(`[+-]?${WEEK}`),
  BYMONTH: listOf(MONTH),
  BYSETPOS: listOf(`[+-]?${DAY_OF_YEAR}`),
  WKST: new RegExp(`^${WEEKDAY}$`),
};

export type RecurrenceParts = Map<string, string>;

/** The parts of a rule by name, or null where it isn't one. */
export function parseRecurrenceRule(rule: string): RecurrenceParts | null {
  const parts: RecurrenceParts = new Map();
  for (const part of rule.split(";")) {
    const [name = "", value = "", ...rest] = part.split("=");
    if (rest.length > 0 || parts.has(name) || !PARTS[name]?.test(value)) return null;
    parts.set(name, value);
  }
  return isCoherent(parts) ? parts : null;
}

export function formatRecurrenceRule(parts: RecurrenceParts): string {
  return [...parts].map(([name, value]) => `${name}=${value}`).join(";");
}

/** What RFC 5545 says of parts together. */
function isCoherent(parts: RecurrenceParts): boolean {
  const frequency = parts.get("FREQ");
  const counted = frequency === "MONTHLY" || (frequency === "YEARLY" && !parts.has("BYWEEKNO"));
  if (frequency === undefined || (parts.has("COUNT") && parts.has("UNTIL"))) return false;
  if (/\d/.test(parts.get("BYDAY") ?? "") && !counted) return false;
  if (parts.has("BYWEEKNO") && frequency !== "YEARLY") return false;
  if (parts.has("BYMONTHDAY") && frequency === "WEEKLY") return false;
  if (parts.has("BYYEARDAY") && ["DAILY", "WEEKLY", "MONTHLY"].includes(frequency)) return false;
  if (!hasSomeDay(parts.get("BYMONTH"), parts.get("BYMONTHDAY"))) return false;
  if (parts.has("UNTIL") && !isDay(parts.get("UNTIL") ?? "")) return false;
  return !parts.has("BYSETPOS") || [...parts.keys()].some((name) => /^BY(?!SETPOS)/.test(name));
}

const DAYS_OF_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether one of these months ever has one of these days. */
function hasSomeDay(months = "", days = ""): boolean {
  if (months === "" || days === "") return true;
  const longest = Math.max(...months.split(",").map((month) => DAYS_OF_MONTHS[Number(month) - 1] ?? 0));
  return days.split(",").some((day) => Math.abs(Number(day)) <= longest);
}

/** Whether there is such a day: not on the 30th of February. */
function isDay(until: string): boolean {
  const day = until.slice(0, 8).replace(/(....)(..)(..)/, "$1-$2-$3");
  return new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) ?? false;
}

function listOf(item: string): RegExp {
  return new RegExp(`^${item}(?:,${item})*$`);
}

/** The same number where it must be written with two digits. */
function twoDigits(item: string): string {
  return `(?=\\d\\d)${item}`;
}
