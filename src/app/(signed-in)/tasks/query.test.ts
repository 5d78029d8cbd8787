import { expect, test } from "vitest";
import { taskQuerySchema, toFilter } from "./query";

// A quarter to midnight in Tallinn, the evening before the clocks go forward.
const now = new Date("2026-03-28T21:45:00Z");

function bounds(due: string, timeZone = "Europe/Tallinn") {
  const { due_after, due_before } = toFilter(taskQuerySchema.parse({ due }), { timeZone, now });
  return [due_after?.toISOString(), due_before?.toISOString()];
}

test("today and tomorrow are days of the person's calendar, however long", () => {
  expect(bounds("today")).toEqual(["2026-03-27T22:00:00.000Z", "2026-03-28T22:00:00.000Z"]);
  expect(bounds("tomorrow")).toEqual(["2026-03-28T22:00:00.000Z", "2026-03-29T21:00:00.000Z"]);
  expect(bounds("today", "Asia/Tokyo")).toEqual(["2026-03-28T15:00:00.000Z", "2026-03-29T15:00:00.000Z"]);
});

test("a week is today and the six days after it", () => {
  expect(bounds("week")).toEqual(["2026-03-27T22:00:00.000Z", "2026-04-03T21:00:00.000Z"]);
});

test("overdue is all that was due before this moment", () => {
  expect(bounds("overdue")).toEqual([undefined, now.toISOString()]);
});

test("what is open comes by its date, what is done by its age, unless another order is asked for", () => {
  const filter = (query: object) => toFilter(taskQuerySchema.parse(query), { timeZone: "UTC", now });
  expect(filter({})).toMatchObject({ completed: false, sort: "due_date" });
  expect(filter({ show: "done" })).toMatchObject({ completed: true, sort: "-created_at" });
  expect(filter({ show: "all", sort: "-priority" })).toMatchObject({
    completed: undefined,
    sort: "-priority",
  });
});
