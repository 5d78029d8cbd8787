import { RRuleTemporal } from "rrule-temporal";
import { formatRecurrenceRule, parseRecurrenceRule, type RecurrenceParts } from "./recurrence-rule";

export type Occurrence = { dueDate: Date; recurrenceRule: string };

// A rule that comes up never, or once in a lifetime, is given up after so many periods, before it costs more than some
// milliseconds: eight years of days (there may be so many between two 29ths of February), forty of weeks and months, and
// years enough for a 29th of February on a Sunday. Even 999 periods apart, all of it is within what can be reckoned with.
const MOST_PERIODS: Record<string, number> = { DAILY: 3_000, WEEKLY: 2_100, MONTHLY: 480, YEARLY: 60 };
const MOST_SHORT_PERIODS = 200;
const MOST_CANDIDATES = 4_000;
// A choice among a period's occurrences costs all of them. The rarest, a 53rd Sunday of a year, comes within twelve.
const MOST_PERIODS_CHOSEN_FROM: Record<string, number> = { DAILY: 400, WEEKLY: 60, MONTHLY: 48, YEARLY: 13 };
const MOST_CANDIDATES_CHOSEN_FROM = 2_500;

const END_OF_TIME = Date.UTC(10_000, 0);

/**
 * What follows an occurrence, or null where the rule ends with it. Reckoned on the calendar and clock of the zone: nine
 * o'clock stays nine o'clock when the clocks change, and days that a month hasn't are passed over (RFC 5545, 3.3.10).
 * COUNT is what is left, this occurrence included; so the successor's is one less, and no start needs to be remembered.
 */
export function nextOccurrence({ rule, from, timeZone }: { rule: string; from: Date; timeZone: string }) {
  const parts = parseRecurrenceRule(rule);
  if (parts === null) return null;
  const left = parts.has("COUNT") ? Number(parts.get("COUNT")) : null;
  if (left !== null && left <= 1) return null;
  const dueDate = findNext({ parts: without(parts, "COUNT"), from, timeZone });
  if (dueDate === null || dueDate.getTime() >= END_OF_TIME) return null;
  if (left !== null) parts.set("COUNT", String(left - 1));
  return { dueDate, recurrenceRule: formatRecurrenceRule(parts) } satisfies Occurrence;
}

type Search = { parts: RecurrenceParts; from: Date; timeZone: string };

function findNext({ parts, from, timeZone }: Search): Date | null {
  // As the exact moment in its zone: a wall-clock time alone is two moments when the clocks go back.
  const start = { timeZoneId: timeZone, toString: () => `${from.toISOString()}[${timeZone}]` };
  const chosen = parts.has("BYSETPOS");
  const periods = chosen ? MOST_PERIODS_CHOSEN_FROM : MOST_PERIODS;
  try {
    const next = new RRuleTemporal({
      rruleString: formatRecurrenceRule(parts),
      dtstart: start,
      maxIterations: periods[parts.get("FREQ") ?? ""] ?? MOST_SHORT_PERIODS,
      maxCandidateEvaluations: chosen ? MOST_CANDIDATES_CHOSEN_FROM : MOST_CANDIDATES,
    }).next(from);
    return next === null ? null : new Date(next.epochMilliseconds);
  } catch (error) {
    if (error instanceof Error && /^Maximum /.test(error.message)) return null;
    throw error;
  }
}

function without(parts: RecurrenceParts, name: string): RecurrenceParts {
  const rest = new Map(parts);
  rest.delete(name);
  return rest;
}
