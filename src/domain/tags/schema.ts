import { z } from "zod";
import { isLine } from "@/lib/text";

// What may be said of a tag. The page renders the limits from here; nothing in this file touches the server.

export const TAG_LIMITS = { name: 50 } as const;

export const DEFAULT_TAG_COLOR = "#64748b";

export const tagNameSchema = z
  .string()
  .transform((name) => name.trim().normalize("NFC"))
  .refine((name) => isLine(name) && name !== "" && [...name].length <= TAG_LIMITS.name, "VALIDATION_ERROR")
  .meta({ type: "string", minLength: 1, maxLength: TAG_LIMITS.name });

export const colorSchema = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i)
  .transform((color) => color.toLowerCase())
  .meta({ type: "string", pattern: "^#[0-9A-Fa-f]{6}$", examples: [DEFAULT_TAG_COLOR] });

export const newTagSchema = z
  .object({ name: tagNameSchema, color: colorSchema.default(DEFAULT_TAG_COLOR) })
  .meta({ id: "NewTag" });

export const tagChangeSchema = z
  .object({ name: tagNameSchema.optional(), color: colorSchema.optional() })
  .meta({ id: "TagChange" });

export type NewTag = z.output<typeof newTagSchema>;
export type TagChange = z.output<typeof tagChangeSchema>;
