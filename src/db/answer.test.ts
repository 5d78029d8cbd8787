import { sql } from "drizzle-orm";
import { integer, pgTable, point, uuid, varchar } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import { z } from "zod";
import { answerOf } from "./answer";
import { moment } from "./tables/columns";

const boats = pgTable("boats", {
  id: uuid("id").primaryKey(),
  kind: varchar("kind", { enum: ["sail", "oar"] }).notNull(),
  seats: integer("seats"),
  launchedAt: moment("launched_at").notNull(),
  place: point("place").notNull(),
});
const columns = { id: boats.id, kind: boats.kind, seats: boats.seats, launched_at: boats.launchedAt };
const boat = {
  id: "0b0cf2a4-7a6d-4d0c-9a57-6e1a2a4c3f11",
  kind: "oar",
  seats: 4,
  launched_at: new Date(),
} as const;

test("an answer takes what its columns hold: null only where they may be empty, nothing but the values of an enum", () => {
  const answer = answerOf(columns, {});
  expect(answer.parse(boat)).toEqual(boat);
  expect(answer.parse({ ...boat, seats: null }).seats).toBeNull();
  for (const wrong of [
    { id: "7" },
    { id: null },
    { kind: "steam" },
    { seats: 1.5 },
    { launched_at: "today" },
  ])
    expect(answer.safeParse({ ...boat, ...wrong }).success).toBe(false);
});

test("what is computed is answered as is said", () => {
  const answer = answerOf(
    { id: boats.id, full: sql<boolean>`${boats.seats} > 3` },
    { computed: { full: z.boolean() } },
  );
  expect(answer.parse({ id: boat.id, full: true })).toEqual({ id: boat.id, full: true });
  // @ts-expect-error
  expect(() => answerOf({ full: sql<boolean>`true` }, {})).toThrow("full");
});

test("a column of a type that no answer has yet says so at once", () => {
  expect(() => answerOf({ place: boats.place }, {})).toThrow("place");
});
