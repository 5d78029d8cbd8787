import { afterEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { systemConfig } from "@/db/tables";
import { createGauge, load, queueDelay, statements } from "./load.mjs";

const LIMIT_MS = 1_000;

afterEach(() => {
  load.behindMs = 0;
});

function gaugeAfter(...looks: number[]) {
  const gauge = createGauge(LIMIT_MS);
  for (const ms of looks) gauge.note(ms);
  return gauge;
}

const turnedAwayOf = (count: number, gauge: ReturnType<typeof createGauge>) =>
  Array.from({ length: count }, gauge.turnsAway).filter(Boolean).length;

test("whoever isn't behind turns nobody away, nor does one long turn, however long", () => {
  expect(turnedAwayOf(100, gaugeAfter(...Array(50).fill(LIMIT_MS)))).toBe(0);
  load.behindMs = 0;
  expect(turnedAwayOf(100, gaugeAfter(0, 60_000))).toBe(0);
  load.behindMs = 0;
  expect(turnedAwayOf(100, gaugeAfter(60_000, 0, 60_000, 0))).toBe(0);
});

test("the further behind, the more are turned away, and at twice the limit all", () => {
  expect(turnedAwayOf(100, gaugeAfter(...Array(50).fill(1_250)))).toBeCloseTo(25, -1);
  load.behindMs = 0;
  expect(turnedAwayOf(100, gaugeAfter(...Array(50).fill(2_500)))).toBe(100);
});

test("all are let in again when it has caught up", () => {
  const gauge = gaugeAfter(...Array(50).fill(2_500));
  for (let look = 0; look < 3; look++) gauge.note(0);
  expect(turnedAwayOf(100, gauge)).toBe(0);
});

test("a queue counts by how long it takes at the pace of late, and a few that wait for a lock are none", () => {
  expect(queueDelay({ waiting: 99, ended: 0, ms: 250 })).toBe(0);
  expect(queueDelay({ waiting: 1_000, ended: 2_500, ms: 250 })).toBe(100);
  expect(queueDelay({ waiting: 400, ended: 100, ms: 250 })).toBe(1_000);
  expect(queueDelay({ waiting: 400, ended: 0, ms: 250 })).toBe(100_000);
});

test("what is asked of the database is counted until it has ended, well or badly", async () => {
  const { waiting, ended } = statements;
  const asked = [db.select().from(systemConfig), db.execute("select 1 / 0"), db.transaction(async () => {})];
  const outcomes = Promise.allSettled(asked.map((statement) => statement.then(() => {})));
  expect(statements.waiting).toBeGreaterThan(waiting);
  await outcomes;
  expect(statements).toMatchObject({ waiting, ended: ended + 2 });
});
