import { expect, it } from "vitest";
import { endOfDay, startOfDay } from "./day";

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
