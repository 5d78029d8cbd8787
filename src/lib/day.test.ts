import { expect, it } from "vitest";
import { addDays, clockAt, daysBetween, endOfDay, momentIn, startOfDay } from "./day";

it.each([
  ["2026-11-20", "UTC", "2026-11-20T00:00:00.000Z", "2026-11-20T23:59:59.999Z"],
  ["2026-11-20", "Asia/Kathmandu", "2026-11-19T18:15:00.000Z", "2026-11-20T18:14:59.999Z"],
  ["2026-11-20", "America/Los_Angeles", "2026-11-20T08:00:00.000Z", "2026-11-21T07:59:59.999Z"],
  // 23 hours and 25 hours long.
  ["2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00.000Z", "2026-03-29T21:59:59.999Z"],
  ["2026-10-25", "Europe/Berlin", "2026-10-24T22:00:00.000Z", "2026-10-25T22:59:59.999Z"],
  ["2026-12-31", "Pacific/Kiritimati", "2026-12-30T10:00:00.000Z", "2026-12-31T09:59:59.999Z"],
  ["2024-02-29", "Europe/Moscow", "2024-02-28T21:00:00.000Z", "2024-02-29T20:59:59.999Z"],
])("%s in %s lasts from %s to %s", (day, timeZone, start, end) => {
  expect(startOfDay(day, timeZone)?.toISOString()).toBe(start);
  expect(endOfDay(day, timeZone)?.toISOString()).toBe(end);
});

it.each(["", "today", "2026-02-30", "2026-13-01", "0000-01-01", "2026-1-1", "12026-01-01"])(
  "%j is no day",
  (day) => {
    expect(startOfDay(day, "UTC")).toBeNull();
    expect(endOfDay(day, "UTC")).toBeNull();
  },
);

it.each([
  ["2026-11-20", "09:30", "UTC", "2026-11-20T09:30:00.000Z"],
  ["2026-11-20", "23:59", "Asia/Kathmandu", "2026-11-20T18:14:00.000Z"],
  ["2026-03-29", "09:00", "Europe/Berlin", "2026-03-29T07:00:00.000Z"],
  ["2026-10-25", "09:00", "Europe/Berlin", "2026-10-25T08:00:00.000Z"],
])("%s at %s in %s is one moment, and is read back from it", (day, time, timeZone, moment) => {
  expect(momentIn({ day, time, timeZone })?.toISOString()).toBe(moment);
  expect(clockAt(new Date(moment), timeZone)).toEqual({ day, time });
});

it("a time that a day hasn't is the one an hour later", () => {
  const skipped = momentIn({ day: "2026-03-29", time: "02:30", timeZone: "Europe/Berlin" });
  expect(clockAt(skipped as Date, "Europe/Berlin").day).toBe("2026-03-29");
});

it.each(["", "9:30", "24:30", "09:60", "noon"])("%j is no time", (time) => {
  expect(momentIn({ day: "2026-11-20", time, timeZone: "UTC" })).toBeNull();
});

it("days are counted on the calendar, over months and changes of clocks", () => {
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addDays("2026-03-30", -2)).toBe("2026-03-28");
  expect(daysBetween("2026-02-27", "2026-03-02")).toBe(3);
  expect(daysBetween("2026-10-26", "2026-10-24")).toBe(-2);
});
