import { z } from "zod";

// What goes out, by the schemas that hold it. Times are Dates inside and RFC 3339 in the answer.

export const momentAnswer = z.date().meta({ override: { type: "string", format: "date-time" } });

export const userAnswer = z
  .object({
    id: z.uuid(),
    email: z.string().meta({ format: "email" }),
    username: z.string(),
    full_name: z.string().nullable(),
    role: z.enum(["user", "admin"]),
    is_active: z.boolean(),
    avatar_url: z.string().nullable(),
    provider_id: z.uuid(),
    locale: z.string().nullable(),
    time_zone: z.string().meta({ examples: ["Europe/Berlin"] }),
    email_verified_at: momentAnswer.nullable(),
    created_at: momentAnswer,
    updated_at: momentAnswer,
  })
  .meta({ id: "User" });

export const knownUserAnswer = userAnswer
  .extend({ last_seen_at: momentAnswer.nullable().meta({ description: "Null: has never signed in" }) })
  .meta({ id: "KnownUser" });

export const organizationAnswer = z
  .object({ organization_name: z.string(), registration: z.enum(["open", "closed"]) })
  .meta({ id: "Organization" });

const tokenFields = {
  access_token: z.string(),
  refresh_token: z.string().optional().meta({
    description: "Not in the answer to a browser, which gets it as a cookie that script can't read",
  }),
  token_type: z.literal("bearer"),
  expires_in: z
    .int()
    .nonnegative()
    .meta({ description: "Seconds", examples: [900] }),
};

export const tokensAnswer = z.object(tokenFields).meta({ id: "Tokens" });

export const signedInAnswer = z.object({ user: userAnswer, ...tokenFields }).meta({ id: "SignedIn" });

export const providerAnswer = z
  .object({ id: z.uuid(), name: z.string(), created_at: momentAnswer, updated_at: momentAnswer })
  .meta({ id: "Provider" });

export const initializedAnswer = z
  .object({ user: userAnswer, provider: providerAnswer, ...tokenFields })
  .meta({ id: "Initialized" });

export const sessionAnswer = z
  .object({
    id: z.uuid(),
    device_info: z
      .string()
      .nullable()
      .meta({ examples: ["Chrome on Linux"] }),
    user_agent: z.string().nullable(),
    ip_address: z.string().nullable(),
    created_at: momentAnswer,
    last_used_at: momentAnswer,
    expires_at: momentAnswer,
    current: z.boolean(),
  })
  .meta({ id: "Session" });

export const auditEventAnswer = z
  .object({
    id: z.string().regex(/^\d+$/),
    action: z.string().meta({ examples: ["session.started"] }),
    actor_id: z.uuid().nullable(),
    subject_id: z.uuid().nullable(),
    session_id: z.uuid().nullable(),
    ip_address: z.string().nullable(),
    trace_id: z.string().nullable(),
    detail: z.record(z.string(), z.unknown()).nullable(),
    created_at: momentAnswer,
  })
  .meta({ id: "AuditEvent" });

export const namedEventAnswer = auditEventAnswer
  .extend({ actor_username: z.string().nullable(), subject_username: z.string().nullable() })
  .meta({ id: "NamedAuditEvent" });

export const tagAnswer = z
  .object({
    id: z.int(),
    name: z.string().meta({ examples: ["home"] }),
    color: z.string().meta({ examples: ["#64748b"] }),
  })
  .meta({ id: "Tag" });

export const taskAnswer = z
  .object({
    id: z.int(),
    title: z.string().meta({ examples: ["Water the plants"] }),
    description: z.string().nullable(),
    completed: z.boolean(),
    priority: z.enum(["low", "medium", "high"]),
    due_date: momentAnswer.nullable(),
    recurrence_rule: z
      .string()
      .nullable()
      .meta({ examples: ["FREQ=WEEKLY;BYDAY=MO,TH"] }),
    tags: z.array(tagAnswer),
    created_at: momentAnswer,
    updated_at: momentAnswer,
  })
  .meta({ id: "Task" });

export function pageAnswer<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next_cursor: z.string().nullable() });
}

export const sessionPageAnswer = pageAnswer(sessionAnswer).meta({ id: "SessionPage" });

/** `?limit=&cursor=` of every list: strings, read as such. */
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

const identityProviderAnswer = z
  .object({
    id: z.string().meta({ examples: ["github"] }),
    name: z.string().meta({ examples: ["GitHub"] }),
    sign_in_path: z.string().meta({ examples: ["/api/auth/signin/github"] }),
  })
  .meta({ id: "IdentityProvider" });

export const providerPageAnswer = pageAnswer(identityProviderAnswer).meta({ id: "IdentityProviderPage" });

const linkedIdentityAnswer = z
  .object({
    provider: z.string().meta({ examples: ["github"] }),
    name: z.string().meta({ examples: ["GitHub"] }),
    linked_at: momentAnswer,
  })
  .meta({ id: "LinkedIdentity" });

export const identityPageAnswer = pageAnswer(linkedIdentityAnswer).meta({ id: "LinkedIdentityPage" });
