import { z } from "zod";

// What an address or a query says is text, and has one spelling for each value.

export const MOST_ID = 2_147_483_647;

/** Yes or no. */
export const flagSchema = z
  .stringbool({ truthy: ["true"], falsy: ["false"], case: "sensitive" })
  .meta({ type: "boolean" });

/** A row's number. */
export const idSchema = z
  .string()
  .regex(/^[1-9]\d{0,9}$/)
  .transform(Number)
  .refine((id) => id <= MOST_ID)
  .meta({ override: { type: "integer", minimum: 1, maximum: MOST_ID, pattern: undefined } });

/** `?limit=&cursor=` of every list. */
export const pageQuery = z.object({
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .refine((limit) => limit >= 1 && limit <= 100)
    .default(20)
    .meta({ type: "integer", minimum: 1, maximum: 100, override: { default: 20 } }),
  cursor: z.string().min(1).max(500).optional().meta({ description: "next_cursor of the page before" }),
});
