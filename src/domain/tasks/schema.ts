import { z } from "zod";
import { isCleanText } from "@/lib/text";
import { lineSchema, textSchema } from "@/lib/text-schemas";
import { FIRST_MOMENT, LAST_MOMENT } from "./due-range";

// What may be said of a task. The page renders the limits from here; nothing in this file touches the server.

export const TASK_LIMITS = { title: 200, description: 1000, tags: 50, search: 200, rule: 500 } as const;

export const PRIORITIES = ["low", "medium", "high"] as const;

const SORT_KEYS = ["due_date", "priority", "created_at"] as const;
export type SortKey = (typeof SORT_KEYS)[number];
export type Sort = SortKey | `-${SortKey}`;
export const SORTS = SORT_KEYS.flatMap((key): Sort[] => [key, `-${key}`]);

export const titleSchema = lineSchema(TASK_LIMITS.title);

export const descriptionSchema = textSchema(TASK_LIMITS.description);

export const prioritySchema = z.enum(PRIORITIES);

export const momentSchema = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .refine((date) => date.getTime() >= FIRST_MOMENT && date.getTime() <= LAST_MOMENT, "VALIDATION_ERROR")
  .meta({ override: { type: "string", format: "date-time", pattern: undefined } });

/** What is looked for in titles and descriptions; nothing but spaces looks for nothing. */
export const searchSchema = z
  .string()
  .max(TASK_LIMITS.search)
  .transform((text) => text.trim().normalize("NFC"))
  .refine(isCleanText, "VALIDATION_ERROR")
  .transform((text) => text || undefined)
  .meta({ type: "string", maxLength: TASK_LIMITS.search });
