import { expect, test } from "vitest";
import { cpuMsOf, worstRules } from "@/testing/worst-recurrences";

const ZONES = ["Asia/Gaza", "America/Edmonton", "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Apia"];
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

test("the worst of rules costs no more than milliseconds, whatever zone and date it meets first", () => {
  const rules = worstRules();
  const found = rules.map((rule, index) => {
    const [zone = "UTC", from = ""] = [ZONES[index % ZONES.length], DATES[index % DATES.length]];
    // The better of two: what the runtime compiles or sweeps up meanwhile isn't the rule's.
    return { rule, zone, from, ms: Math.min(cpuMsOf(rule, from, zone), cpuMsOf(rule, from, zone)) };
  });
  expect(found.filter(({ ms }) => ms > MOST_MS)).toEqual([]);
}, 60_000);

test("a zone that nobody used before costs no more, and the memory it takes is given back", () => {
  const zones = Intl.supportedValuesOf("timeZone");
  const rule = "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=29;UNTIL=22001231T000000Z";
  cpuMsOf(rule, "2026-11-16T09:00:00Z", "UTC");
  const before = process.memoryUsage().rss;
  const costs = zones.map((zone) => ({ zone, ms: cpuMsOf(rule, "1970-03-01T09:00:00Z", zone) }));
  const slow = costs.filter(({ ms }) => ms > MOST_MS);
  // A sweep of the collector may fall on any of them, but not on many.
  expect(slow.length, JSON.stringify(slow)).toBeLessThan(5);
  expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(100);
}, 60_000);
