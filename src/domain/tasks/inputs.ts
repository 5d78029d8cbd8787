import { z } from "zod";
import { flagSchema, idSchema, MOST_ID } from "@/lib/query";
import { parseRecurrenceRule } from "./recurrence-rule";
import {
  descriptionSchema,
  momentSchema,
  prioritySchema,
  SORTS,
  searchSchema,
  TASK_LIMITS,
  titleSchema,
} from "./schema";

// What the task endpoints take. Fields that aren't named are ignored: whose task it is nobody can say in a body.

const tagIdSchema = z.int().min(1).max(MOST_ID);

export const recurrenceRuleSchema = z
  .string()
  .max(TASK_LIMITS.rule, "INVALID_RECURRENCE_RULE")
  .transform((rule) =>
    rule
      .trim()
      .toUpperCase()
      .replace(/^RRULE:/, ""),
  )
  .refine((rule) => parseRecurrenceRule(rule) !== null, "INVALID_RECURRENCE_RULE")
  .meta({
    type: "string",
    maxLength: TASK_LIMITS.rule,
    description:
      "RFC 5545, reckoned from the task's due date in the person's time zone; COUNT is how many are left, this one included",
    examples: ["FREQ=WEEKLY;BYDAY=MO,TH"],
  });

const tagIdsSchema = z
  .array(tagIdSchema)
  .max(TASK_LIMITS.tags)
  .transform((ids) => [...new Set(ids)])
  .meta({
    type: "array",
    items: { type: "integer", minimum: 1, maximum: MOST_ID },
    maxItems: TASK_LIMITS.tags,
    description: "Takes the place of the tags the task had",
  });

const optionalFields = {
  description: descriptionSchema.optional(),
  completed: z.boolean().optional(),
  priority: prioritySchema.optional(),
  due_date: momentSchema.nullable().optional(),
  recurrence_rule: recurrenceRuleSchema.nullable().optional(),
  tag_ids: tagIdsSchema.optional(),
};

export const newTaskSchema = z.object({ title: titleSchema, ...optionalFields }).meta({ id: "NewTask" });

export const taskChangeSchema = z
  .object({ title: titleSchema.optional(), ...optionalFields })
  .meta({ id: "TaskChange" });

export const completionSchema = z.object({ completed: z.boolean() }).meta({ id: "TaskCompletion" });

export const completionFormSchema = z
  .object({ completed: z.enum(["true", "false"]), next: z.string().optional() })
  .transform(({ completed }) => ({ completed: completed === "true" }))
  .meta({ id: "TaskCompletionForm" });

/** `?completed=…` of the list: strings, read as such. */
export const taskFilterSchema = z.object({
  completed: flagSchema.optional(),
  priority: prioritySchema.optional(),
  tag_id: idSchema.optional(),
  due_before: momentSchema.optional().meta({ description: "Due earlier than this" }),
  due_after: momentSchema.optional().meta({ description: "Due at this moment or later" }),
  q: searchSchema
    .optional()
    .meta({ description: "Stands in the title or the description, whatever the case" }),
  sort: z.enum(SORTS).default("-created_at").meta({
    description: "A task without a due date counts as due after all others. Equal ones go by id.",
  }),
});

export type NewTask = z.output<typeof newTaskSchema>;
export type TaskChange = z.output<typeof taskChangeSchema>;
export type TaskFilter = z.output<typeof taskFilterSchema>;
