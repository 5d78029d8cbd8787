import { expect, test } from "vitest";
import { cpuMsOf, worstRules } from "@/testing/worst-recurrences";

const DATES = [
  "1970-01-02T09:00:00Z",
  "2026-03-29T00:59:59Z",
  "2096-02-29T23:30:00Z",
  "2200-12-30T09:00:00Z",
];
const MOST_MS = 120;
// Each zone meets a part of the rules, the next zone the next part: all of them, in seconds and not in an hour.
const SHARE = 24;

test("no rule of the worst costs more than milliseconds in any zone", () => {
  let next = 0;
  const rules = worstRules();
  const slow = Intl.supportedValuesOf("timeZone").flatMap((zone, turn) =>
    rules.flatMap((rule, place) => {
      if (place % SHARE !== turn % SHARE) return [];
      const from = DATES[next++ % DATES.length] ?? "";
      const ms = cpuMsOf(rule, from, zone);
      // Again where it took long: what the runtime swept up meanwhile isn't the rule's.
      return ms > MOST_MS && cpuMsOf(rule, from, zone) > MOST_MS ? [{ rule, zone, from, ms }] : [];
    }),
  );
  expect(slow).toEqual([]);
}, 1_200_000);
