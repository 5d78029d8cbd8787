import { timestamp } from "drizzle-orm/pg-core";

/** A moment, always with its zone, read as a Date. */
export function moment(name: string) {
  return timestamp(name, { withTimezone: true, mode: "date" });
}

/** Every row knows when it came and when it last changed; a trigger keeps updated_at (see the migrations). */
export const timestamps = {
  createdAt: moment("created_at").notNull().defaultNow(),
  updatedAt: moment("updated_at").notNull().defaultNow(),
};
