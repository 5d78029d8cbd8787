import { z } from "zod";
import { lineSchema } from "@/lib/text-schemas";

// What may be said of a tag. The page renders the limits from here; nothing in this file touches the server.

export const TAG_LIMITS = { name: 50 } as const;

export const DEFAULT_TAG_COLOR = "#64748b";

const nameSchema = lineSchema(TAG_LIMITS.name);

export const colorSchema = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i)
  .transform((color) => color.toLowerCase())
  .meta({ type: "string", pattern: "^#[0-9A-Fa-f]{6}$", examples: [DEFAULT_TAG_COLOR] });

export const newTagSchema = z
  .object({ name: nameSchema, color: colorSchema.default(DEFAULT_TAG_COLOR) })
  .meta({ id: "NewTag" });

export const tagChangeSchema = z
  .object({ name: nameSchema.optional(), color: colorSchema.optional() })
  .meta({ id: "TagChange" });

export type NewTag = z.output<typeof newTagSchema>;
export type TagChange = z.output<typeof tagChangeSchema>;
