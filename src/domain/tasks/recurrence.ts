import { RRuleTemporal } from "rrule-temporal";
import { FIRST_MOMENT, LAST_MOMENT } from "./due-range";
import { formatRecurrenceRule, parseRecurrenceRule, type RecurrenceParts } from "./recurrence-rule";
import { endOfGap, momentsOf, wallClockAt } from "./wall-clock";

export type Occurrence = { dueDate: Date; recurrenceRule: string };

// A rule that comes up never, or once in a lifetime, is given up after so many periods, before it costs more than some
// milliseconds: eight years of days (there may be so many between two 29ths of February), forty of weeks and months, and
// years enough for a 29th of February on a Sunday.
const MOST_PERIODS: Record<string, number> = { DAILY: 3_000, WEEKLY: 2_100, MONTHLY: 480, YEARLY: 60 };
const MOST_SHORT_PERIODS = 200;
const MOST_CANDIDATES = 4_000;
// A choice among a period's occurrences costs all of them. The rarest, a 53rd Sunday of a year, comes within twelve.
const MOST_PERIODS_CHOSEN_FROM: Record<string, number> = { DAILY: 400, WEEKLY: 60, MONTHLY: 48, YEARLY: 13 };
const MOST_CANDIDATES_CHOSEN_FROM = 2_500;
// A rule may name times that the clocks leave out, each spring anew. Nobody's plan meets more of them in a row.
const MOST_GAPS = 4;

/**
 * What follows an occurrence, or null where the rule ends with it. Reckoned on the calendar and clock of the zone: nine
 * o'clock stays nine o'clock when the clocks change, and days that a month hasn't are passed over (RFC 5545, 3.3.10).
 * COUNT is what is left, this occurrence included; so the successor's is one less, and no start needs to be remembered.
 */
export function nextOccurrence({ rule, from, timeZone }: { rule: string; from: Date; timeZone: string }) {
  const parts = parseRecurrenceRule(rule);
  if (parts === null || from.getTime() < FIRST_MOMENT || from.getTime() > LAST_MOMENT) return null;
  const left = parts.has("COUNT") ? Number(parts.get("COUNT")) : null;
  if (left !== null && left <= 1) return null;
  const next = findNext({ parts, from: from.getTime(), timeZone });
  if (next === null || next > LAST_MOMENT || isPast(parts.get("UNTIL"), { next, timeZone })) return null;
  if (left !== null) parts.set("COUNT", String(left - 1));
  return {
    dueDate: new Date(next),
    recurrenceRule: formatRecurrenceRule(parts),
  } satisfies Occurrence;
}

type Search = { parts: RecurrenceParts; from: number; timeZone: string };

function findNext({ parts, from, timeZone }: Search): number | null {
  const following = walk(parts, wallClockAt(from, timeZone));
  let after = wallClockAt(from, timeZone);
  for (let gaps = 0; gaps <= MOST_GAPS; gaps++) {
    const wall = following(after);
    if (wall === null) return null;
    const moments = momentsOf({ wall, timeZone });
    const next = moments.find((moment) => moment > from);
    if (next !== undefined) return next;
    after = moments.length > 0 ? wall : endOfGap({ wall, timeZone }) - 1;
  }
  return null;
}

/**
 * What a rule names next after a wall-clock time. The library is told of no zone: it would walk through all changes of its
 * clocks up to the year that a rule asks for, seconds long, and keep them for ever.
 */
function walk(parts: RecurrenceParts, start: number) {
  const chosen = parts.has("BYSETPOS");
  const periods = chosen ? MOST_PERIODS_CHOSEN_FROM : MOST_PERIODS;
  const rule = new RRuleTemporal({
    rruleString: formatRecurrenceRule(without(parts, "COUNT", "UNTIL")),
    dtstart: { timeZoneId: "UTC", toString: () => `${new Date(start).toISOString()}[UTC]` },
    maxIterations: periods[parts.get("FREQ") ?? ""] ?? MOST_SHORT_PERIODS,
    maxCandidateEvaluations: chosen ? MOST_CANDIDATES_CHOSEN_FROM : MOST_CANDIDATES,
  });
  return (after: number): number | null => {
    try {
      return rule.next(new Date(after))?.epochMilliseconds ?? null;
    } catch (error) {
      if (error instanceof Error && /^Maximum /.test(error.message)) return null;
      throw error;
    }
  };
}

/** Whether the rule has ended by then: with a moment, or with a whole day as the person has it. */
function isPast(until: string | undefined, { next, timeZone }: { next: number; timeZone: string }): boolean {
  if (until === undefined) return false;
  const [, day, time] = /^(\d{8})(?:T(\d{6})Z)?$/.exec(until) ?? [];
  const end = Date.parse(
    `${day}T${time ?? "235959"}`.replace(/(....)(..)(..)T(..)(..)(..)/, "$1-$2-$3T$4:$5:$6.999Z"),
  );
  return (time === undefined ? wallClockAt(next, timeZone) : next) > end;
}

function without(parts: RecurrenceParts, ...names: string[]): RecurrenceParts {
  return new Map([...parts].filter(([name]) => !names.includes(name)));
}
