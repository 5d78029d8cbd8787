import { z } from "zod";
import { AUDIT_ACTIONS } from "@/domain/audit/actions";
import { emailSchema, fullNameSchema, usernameSchema } from "@/domain/users/schema";
import { flagSchema } from "@/lib/query";
import { isCleanText } from "@/lib/text";

// What the administration's addresses take. A query is all strings, and is read as such.

export const USER_SORTS = ["created_at", "-created_at", "username", "-username", "email", "-email"] as const;

const LONGEST_SEARCH = 255;

export const userFilterSchema = z.object({
  q: z
    .string()
    .max(LONGEST_SEARCH)
    .refine(isCleanText)
    .transform((text) => text.trim())
    .optional()
    .meta({
      type: "string",
      maxLength: LONGEST_SEARCH,
      description: "Part of email, username or full name, or an id",
    }),
  role: z.enum(["user", "admin"]).optional(),
  is_active: flagSchema.optional(),
  is_deleted: flagSchema
    .optional()
    .meta({ description: "true: accounts that wait to be purged, and no others" }),
  sort: z.enum(USER_SORTS).default("-created_at"),
});

export const userChangeSchema = z
  .object({ role: z.enum(["user", "admin"]).optional(), is_active: z.boolean().optional() })
  .meta({ id: "UserChange" });

export const newUserSchema = z
  .object({
    email: emailSchema,
    username: usernameSchema.optional(),
    full_name: fullNameSchema.optional(),
    role: z.enum(["user", "admin"]).optional(),
  })
  .meta({ id: "NewUser" });

const FIRST_MOMENT = 0;
const LAST_MOMENT = Date.UTC(9999, 11, 31);

/** A moment that both JavaScript and Postgres have a name for. */
const momentSchema = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .refine((moment) => moment.getTime() >= FIRST_MOMENT && moment.getTime() <= LAST_MOMENT)
  .meta({ type: "string", format: "date-time" });

export const eventFilterSchema = z.object({
  actor_id: z.guid().optional().meta({ description: "Who did it" }),
  subject_id: z.guid().optional().meta({ description: "Whom it was done to" }),
  action: z.enum(AUDIT_ACTIONS).optional(),
  from: momentSchema.optional(),
  to: momentSchema.optional(),
});
