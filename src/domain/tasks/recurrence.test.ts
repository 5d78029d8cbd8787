import { describe, expect, test } from "vitest";
import { nextOccurrence } from "./recurrence";

type Case = { rule: string; from: string; timeZone?: string };

function next({ rule, from, timeZone = "UTC" }: Case) {
  return nextOccurrence({ rule, from: new Date(from), timeZone })?.dueDate.toISOString() ?? null;
}

/** All that follow, as completing one after the other makes them. */
function chain({ rule, from, timeZone = "UTC" }: Case, most = 10): string[] {
  const following = nextOccurrence({ rule, from: new Date(from), timeZone });
  if (following === null || most === 0) return [];
  const { dueDate, recurrenceRule } = following;
  const rest = chain({ rule: recurrenceRule, from: dueDate.toISOString(), timeZone }, most - 1);
  return [dueDate.toISOString(), ...rest];
}

describe("when the clocks change", () => {
  const timeZone = "Europe/Berlin";

  test("nine o'clock stays nine o'clock", () => {
    const rule = "FREQ=DAILY";
    expect(next({ rule, from: "2026-03-28T08:00:00Z", timeZone })).toBe("2026-03-29T07:00:00.000Z");
    expect(next({ rule, from: "2026-10-24T07:00:00Z", timeZone })).toBe("2026-10-25T08:00:00.000Z");
  });

  test("a time that a day hasn't is passed over, and comes again the day after", () => {
    expect(chain({ rule: "FREQ=DAILY", from: "2026-03-27T01:30:00Z", timeZone }, 2)).toEqual([
      "2026-03-28T01:30:00.000Z",
      "2026-03-30T00:30:00.000Z",
    ]);
  });

  test("a time that a day has twice comes once", () => {
    expect(chain({ rule: "FREQ=DAILY", from: "2026-10-24T00:30:00Z", timeZone }, 2)).toEqual([
      "2026-10-25T00:30:00.000Z",
      "2026-10-26T01:30:00.000Z",
    ]);
  });

  test("and the second of the two is still the same day's", () => {
    expect(next({ rule: "FREQ=DAILY", from: "2026-10-25T01:30:00Z", timeZone })).toBe(
      "2026-10-26T01:30:00.000Z",
    );
  });

  test("the person's day counts, not the server's", () => {
    const monday = { rule: "FREQ=WEEKLY;BYDAY=MO", from: "2026-11-15T16:00:00Z" };
    expect(next({ ...monday, timeZone: "Pacific/Auckland" })).toBe("2026-11-22T16:00:00.000Z");
    expect(next({ ...monday, timeZone: "America/New_York" })).toBe("2026-11-16T16:00:00.000Z");
  });
});

describe("at the end of a month", () => {
  test("the 31st comes in the months that have it", () => {
    expect(chain({ rule: "FREQ=MONTHLY", from: "2026-01-31T09:00:00Z" }, 3)).toEqual([
      "2026-03-31T09:00:00.000Z",
      "2026-05-31T09:00:00.000Z",
      "2026-07-31T09:00:00.000Z",
    ]);
  });

  test("the last day is the last day of each", () => {
    expect(chain({ rule: "FREQ=MONTHLY;BYMONTHDAY=-1", from: "2028-01-31T09:00:00Z" }, 3)).toEqual([
      "2028-02-29T09:00:00.000Z",
      "2028-03-31T09:00:00.000Z",
      "2028-04-30T09:00:00.000Z",
    ]);
  });

  test("the 29th of February comes in leap years", () => {
    expect(next({ rule: "FREQ=YEARLY", from: "2096-02-29T09:00:00Z" })).toBe("2104-02-29T09:00:00.000Z");
    expect(next({ rule: "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29", from: "2096-02-29T09:00:00Z" })).toBe(
      "2104-02-29T09:00:00.000Z",
    );
  });
});

describe("a chain of occurrences", () => {
  test("keeps to every other week, whichever of its days was the last", () => {
    const rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH";
    expect(chain({ rule, from: "2026-11-16T09:00:00Z" }, 3)).toEqual([
      "2026-11-19T09:00:00.000Z",
      "2026-11-30T09:00:00.000Z",
      "2026-12-03T09:00:00.000Z",
    ]);
  });

  test("ends with the last of its COUNT, the first one counted", () => {
    expect(chain({ rule: "FREQ=DAILY;COUNT=3", from: "2026-11-16T09:00:00Z" })).toHaveLength(2);
    expect(next({ rule: "FREQ=DAILY;COUNT=1", from: "2026-11-16T09:00:00Z" })).toBeNull();
  });

  test("counts an occurrence that isn't on a day of the rule too", () => {
    expect(chain({ rule: "FREQ=WEEKLY;BYDAY=MO;COUNT=2", from: "2026-11-18T09:00:00Z" })).toEqual([
      "2026-11-23T09:00:00.000Z",
    ]);
  });

  test("ends at UNTIL, that moment included", () => {
    const from = "2026-11-16T09:00:00Z";
    expect(chain({ rule: "FREQ=DAILY;UNTIL=20261118T090000Z", from })).toHaveLength(2);
    expect(chain({ rule: "FREQ=DAILY;UNTIL=20261118T085959Z", from })).toHaveLength(1);
  });

  test("ends with the day of an UNTIL that is a day, as the person has it", () => {
    const until = { rule: "FREQ=DAILY;UNTIL=20261117", from: "2026-11-15T20:00:00Z" };
    expect(chain({ ...until, timeZone: "Asia/Tokyo" })).toEqual(["2026-11-16T20:00:00.000Z"]);
    expect(chain({ ...until, timeZone: "America/New_York" })).toHaveLength(2);
  });

  test("keeps its rule to the letter where nothing is counted", () => {
    const rule = "BYDAY=MO;FREQ=WEEKLY;INTERVAL=2";
    const following = nextOccurrence({ rule, from: new Date("2026-11-16T09:00:00Z"), timeZone: "UTC" });
    expect(following?.recurrenceRule).toBe(rule);
  });

  test("is over where nothing ever follows, and says so soon", () => {
    const started = performance.now();
    expect(next({ rule: "FREQ=SECONDLY;BYYEARDAY=1;BYMONTH=6", from: "2026-11-16T09:00:00Z" })).toBeNull();
    expect(next({ rule: "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6", from: "2026-11-16T09:00:00Z" })).toBeNull();
    expect(next({ rule: "FREQ=YEARLY;INTERVAL=999", from: "2195-11-16T09:00:00Z" })).toBeNull();
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe("where the clocks leave a time out", () => {
  test("the next that they show follows, however many are left out in a row", () => {
    const paris = { timeZone: "Europe/Paris", from: "2026-03-29T00:59:00Z" };
    expect(next({ rule: "FREQ=MINUTELY", ...paris })).toBe("2026-03-29T01:00:00.000Z");
    expect(next({ rule: "FREQ=SECONDLY;INTERVAL=7", ...paris })).toBe("2026-03-29T00:59:07.000Z");
    expect(next({ rule: "FREQ=HOURLY", ...paris, from: "2026-03-29T00:30:00Z" })).toBe(
      "2026-03-29T01:30:00.000Z",
    );
    expect(next({ rule: "FREQ=DAILY;BYHOUR=2;BYMINUTE=0,10,20,30,40,50", ...paris })).toBe(
      "2026-03-30T00:00:00.000Z",
    );
  });

  test("a day that a zone never had is passed over", () => {
    const apia = { rule: "FREQ=DAILY", from: "2011-12-29T19:00:00Z", timeZone: "Pacific/Apia" };
    expect(chain(apia, 2)).toEqual(["2011-12-30T19:00:00.000Z", "2011-12-31T19:00:00.000Z"]);
  });

  test("a zone whose clocks change by half an hour is no different", () => {
    const lordHowe = { rule: "FREQ=DAILY", timeZone: "Australia/Lord_Howe", from: "2026-10-02T15:45:00Z" };
    expect(chain(lordHowe, 2)).toEqual(["2026-10-04T15:15:00.000Z", "2026-10-05T15:15:00.000Z"]);
  });
});

describe("beyond what a task may be due on", () => {
  test.each([
    ["before it begins", "1969-12-31T23:59:59Z"],
    ["at its end", "2200-12-31T12:00:00Z"],
    ["long after it", "9998-03-01T09:00:00Z"],
  ])("nothing follows: %s", (_when, from) => {
    expect(next({ rule: "FREQ=DAILY", from })).toBeNull();
  });
});
