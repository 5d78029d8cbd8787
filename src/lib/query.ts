import { z } from "zod";

/** `?flag=true`: a query is text, and says so in no other spelling. */
export const booleanQuery = z
  .string()
  .regex(/^(?:true|false)$/)
  .transform((value) => value === "true")
  .meta({ override: { type: "boolean", pattern: undefined } });
