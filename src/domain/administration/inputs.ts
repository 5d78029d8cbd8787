import { z } from "zod";
import { AUDIT_ACTIONS } from "@/domain/audit/actions";
import { emailSchema, fullNameSchema, usernameSchema } from "@/domain/users/schema";
import { flagSchema } from "@/lib/query";
import { isCleanText } from "@/lib/text";

// What the administration's addresses take. A query is all strings, and is read as such.

export const USER_SORT_KEYS = ["name", "username", "email", "role", "last_seen_at", "created_at"] as const;

export type UserSortKey = (typeof USER_SORT_KEYS)[number];

export type UserSort = UserSortKey | `-${UserSortKey}`;

const USER_SORTS = USER_SORT_KEYS.flatMap((key): UserSort[] => [key, `-${key}`]);

/** How many accounts may be named at once. */
const MOST_AT_ONCE = 100;

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
  is_verified: flagSchema.optional().meta({ description: "Whether the email is known to be theirs" }),
  ids: z
    .string()
    .transform((text) => text.split(","))
    .refine((ids) => ids.length <= MOST_AT_ONCE && ids.every((id) => z.guid().safeParse(id).success))
    .optional()
    .meta({
      override: { type: "string" },
      description: `These accounts and no others, at most ${MOST_AT_ONCE}, divided by commas`,
    }),
  sort: z
    .enum(USER_SORTS)
    .default("-created_at")
    .meta({ description: "`name` is the full name, else the username; of long ones the beginning" }),
});

export const userChangeSchema = z
  .object({ role: z.enum(["user", "admin"]).optional(), is_active: z.boolean().optional() })
  .meta({ id: "UserChange" });

export const bulkUserChangeSchema = z
  .object({
    action: z.enum(["disable", "end_sessions"]),
    ids: z.array(z.guid()).min(1).max(MOST_AT_ONCE),
  })
  .meta({ id: "BulkUserChange" });

const CHECKBOX = "user.";

/** A form has each name once, so each account has a checkbox of its own name: `user.` and the id. */
export const bulkUserChangeFormSchema = z
  .record(z.string(), z.string())
  .transform((fields) => ({
    action: fields.action,
    ids: Object.keys(fields)
      .filter((name) => name.startsWith(CHECKBOX))
      .map((name) => name.slice(CHECKBOX.length)),
  }))
  .pipe(bulkUserChangeSchema);

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

export const nextStepsChangeSchema = z
  .object({ backup: z.boolean().optional(), dismissed: z.boolean().optional() })
  .meta({ id: "NextStepsChange" });

const pressed = z.enum(["true", "false"]).transform((value) => value === "true");

export const nextStepsFormSchema = z
  .object({ backup: pressed.optional(), dismissed: pressed.optional(), next: z.string().optional() })
  .transform(({ backup, dismissed }) => ({ backup, dismissed }))
  .meta({ id: "NextStepsForm" });

export type NextStepsChange = z.output<typeof nextStepsChangeSchema>;
