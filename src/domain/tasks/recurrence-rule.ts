import { FIRST_MOMENT, LAST_MOMENT } from "./due-range";

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

const FIRST_YEAR = new Date(FIRST_MOMENT).getUTCFullYear();
const LAST_YEAR = new Date(LAST_MOMENT).getUTCFullYear();

// Every five minutes: a day is worked out in one piece.
const MOST_TIMES_OF_A_DAY = 288;

/** What RFC 5545 says of parts together. */
function isCoherent(parts: RecurrenceParts): boolean {
  const frequency = parts.get("FREQ");
  const counted = frequency === "MONTHLY" || (frequency === "YEARLY" && !parts.has("BYWEEKNO"));
  if (frequency === undefined || (parts.has("COUNT") && parts.has("UNTIL"))) return false;
  if (/\d/.test(parts.get("BYDAY") ?? "") && !counted) return false;
  if (parts.has("BYWEEKNO") && frequency !== "YEARLY") return false;
  if (parts.has("BYMONTHDAY") && frequency === "WEEKLY") return false;
  if (parts.has("BYYEARDAY") && ["DAILY", "WEEKLY", "MONTHLY"].includes(frequency)) return false;
  // Allowed, but nobody's plan, and what it takes to reckon grows with both.
  if (parts.has("BYYEARDAY") && parts.has("BYWEEKNO")) return false;
  if (!hasSomeDay(parts.get("BYMONTH"), parts.get("BYMONTHDAY"))) return false;
  if (parts.has("UNTIL") && !isDay(parts.get("UNTIL") ?? "")) return false;
  if (mostTimes(parts) > MOST_TIMES_OF_A_DAY) return false;
  if (!parts.has("BYSETPOS")) return true;
  if (![...parts.keys()].some((name) => /^BY(?!SETPOS)/.test(name))) return false;
  const furthest = Math.max(...numbersIn(parts, "BYSETPOS").map(Math.abs));
  return furthest <= mostDays(parts) * mostTimes(parts);
}

/** How many days of one period a rule can name at most. */
function mostDays(parts: RecurrenceParts): number {
  const frequency = parts.get("FREQ");
  const days = parts.get("BYDAY")?.split(",").length;
  if (frequency === "WEEKLY") return Math.min(days ?? 1, 7);
  if (frequency !== "MONTHLY" && frequency !== "YEARLY") return 1;
  const months = frequency === "MONTHLY" ? 1 : parts.has("BYMONTH") ? countOf(parts, "BYMONTH") : 12;
  const bounds = [
    days && Math.min(days, 7) * Math.min(months * 5, 53),
    parts.has("BYMONTHDAY") && countOf(parts, "BYMONTHDAY") * months,
    parts.has("BYYEARDAY") && countOf(parts, "BYYEARDAY"),
    parts.has("BYWEEKNO") && countOf(parts, "BYWEEKNO") * 7,
  ].filter((bound) => typeof bound === "number");
  return bounds.length > 0 ? Math.min(...bounds) : parts.has("BYMONTH") ? months : 1;
}

const FREQUENCIES_BY_UNIT = [
  ["BYHOUR", /^(?:YEARLY|MONTHLY|WEEKLY|DAILY)$/],
  ["BYMINUTE", /^(?:YEARLY|MONTHLY|WEEKLY|DAILY|HOURLY)$/],
  ["BYSECOND", /^(?:YEARLY|MONTHLY|WEEKLY|DAILY|HOURLY|MINUTELY)$/],
] as const;

/** How many times of one day; where the period is no longer than the unit, the part only says whether it counts. */
function mostTimes(parts: RecurrenceParts): number {
  return FREQUENCIES_BY_UNIT.filter(
    ([name, longer]) => parts.has(name) && longer.test(parts.get("FREQ") ?? ""),
  ).reduce((times, [name]) => times * countOf(parts, name), 1);
}

function numbersIn(parts: RecurrenceParts, name: string): number[] {
  return (parts.get(name) ?? "").split(",").map(Number);
}

function countOf(parts: RecurrenceParts, name: string): number {
  return new Set(numbersIn(parts, name)).size;
}

const DAYS_OF_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether one of these months ever has one of these days. */
function hasSomeDay(months = "", days = ""): boolean {
  if (months === "" || days === "") return true;
  const longest = Math.max(...months.split(",").map((month) => DAYS_OF_MONTHS[Number(month) - 1] ?? 0));
  return days.split(",").some((day) => Math.abs(Number(day)) <= longest);
}

/** Whether there is such a day, not on the 30th of February, and one that a task may be due on. */
function isDay(until: string): boolean {
  const year = Number(until.slice(0, 4));
  if (year < FIRST_YEAR || year > LAST_YEAR) return false;
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
