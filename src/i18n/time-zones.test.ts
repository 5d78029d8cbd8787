import { expect, it } from "vitest";
import { database } from "@/db/pool";
import { currentTimeZone, describeTimeZone, listTimeZones } from "./time-zones";

const WINTER = { at: new Date("2026-01-15T12:00:00Z") };
const SUMMER = { at: new Date("2026-07-15T12:00:00Z") };

it("offers each time zone once, by its name of now", () => {
  const zones = listTimeZones();
  expect(new Set(zones).size).toBe(zones.length);
  expect(zones).toEqual(expect.arrayContaining(["UTC", "Asia/Kolkata", "Europe/Kyiv", "America/Nuuk"]));
  expect(zones).not.toContain("Asia/Calcutta");
  expect(zones).not.toContain("Europe/Kiev");
});

it("offers none that the database doesn't know", async () => {
  const known = await database()`select name from pg_timezone_names`;
  const names = new Set(known.map(({ name }) => name));
  expect(listTimeZones().filter((zone) => !names.has(zone))).toEqual([]);
});

it("knows a zone that was stored by an old name", () => {
  expect(currentTimeZone("Asia/Calcutta")).toBe("Asia/Kolkata");
  expect(currentTimeZone("Europe/Tallinn")).toBe("Europe/Tallinn");
});

it.each([
  ["Asia/Kolkata", "en", WINTER, "Kolkata, India Time (UTC+05:30)"],
  ["Asia/Calcutta", "ru", WINTER, "Kolkata, Индия (UTC+05:30)"],
  ["America/New_York", "ru", WINTER, "New York, Нью-Йорк (UTC-05:00)"],
  ["America/New_York", "en", SUMMER, "New York, ET (UTC-04:00)"],
  ["Europe/Kyiv", "en", SUMMER, "Kyiv, Ukraine Time (UTC+03:00)"],
  ["UTC", "en", SUMMER, "UTC (UTC+00:00)"],
] as const)("describes %s in %s, as it is at that time of year", (zone, locale, { at }, words) => {
  expect(describeTimeZone(zone, { locale, at })).toBe(words);
});

it("describes no two alike", () => {
  for (const locale of ["en", "ru"]) {
    const words = listTimeZones().map((zone) => describeTimeZone(zone, { locale, ...WINTER }));
    expect(new Set(words).size).toBe(words.length);
  }
});
