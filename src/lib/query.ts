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
