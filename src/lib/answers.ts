import { z } from "zod";

// What answers share. Each noun's own stand in its folder.

/** Times are Dates inside and RFC 3339 in the answer. */
export const momentAnswer = z.date().meta({ override: { type: "string", format: "date-time" } });

export function pageAnswer<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next_cursor: z.string().nullable() });
}
