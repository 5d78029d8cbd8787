import { expect, test } from "vitest";
import { capitalized, dueWords, fromDueDate, toDueDate } from "./due-words";

const timeZone = "Asia/Kathmandu";
// Half past two at night of the 22nd there, still the 21st in UTC.
const now = new Date("2026-11-21T20:45:00Z");

function words(day: string, time = "", locale = "en") {
  const due = new Date(toDueDate({ day, time, timeZone }) ?? "");
  return capitalized(dueWords({ due, now, timeZone, locale }), locale);
}

test.each([
  ["2026-11-22", "Today", "Сегодня"],
  ["2026-11-23", "Tomorrow", "Завтра"],
  ["2026-11-24", "Tuesday", "Послезавтра"],
  ["2026-11-28", "Saturday", "Суббота"],
  ["2026-11-29", "Nov 29", "29 нояб."],
  ["2027-01-05", "Jan 5, 2027", "5 янв. 2027 г."],
  ["2026-11-21", "Yesterday", "Вчера"],
  ["2026-11-19", "3 days ago", "3 дня назад"],
])("%s is said as %j and %j, by the person's calendar", (day, english, russian) => {
  expect(words(day)).toBe(english);
  expect(words(day, "", "ru")).toBe(russian);
});

test("a time is said where there is one", () => {
  expect(words("2026-11-23", "09:30")).toBe("Tomorrow, 9:30\u00a0AM");
  expect(words("2026-11-23", "09:30", "ru")).toBe("Завтра, 09:30");
});

test("what a form says is read back from the moment it stands for", () => {
  for (const fields of [
    { day: "2026-11-23", time: "" },
    { day: "2026-11-23", time: "00:00" },
  ])
    expect(fromDueDate(toDueDate({ ...fields, timeZone }), timeZone)).toEqual(fields);
  expect(toDueDate({ day: "", time: "09:00", timeZone })).toBeNull();
  expect(fromDueDate(null, timeZone)).toEqual({ day: "", time: "" });
});
