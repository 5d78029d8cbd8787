import { z } from "zod";
import { longestLengths } from "@/domain/sessions/lengths";
import { idleSecondsSchema, SESSION_SECONDS, sessionSecondsSchema } from "@/domain/sessions/schema";
import { accentColorSchema, auditRetentionSchema, organizationNameSchema } from "./schema";

/** Shorter than the settings say, never longer: what the operator has decided isn't an administrator's to loosen. */
function upTo(longest: () => number, schema: typeof sessionSecondsSchema, setting: string) {
  return schema
    .refine((seconds) => seconds <= longest(), "VALIDATION_ERROR")
    .meta({ description: `Seconds, no more than ${setting} says; null: what that says` })
    .nullable();
}

export const organizationChangeSchema = z
  .object({
    organization_name: organizationNameSchema.optional(),
    registration: z.enum(["open", "closed"]).optional(),
    audit_retention_days: auditRetentionSchema.nullable().optional(),
    accent_color: accentColorSchema.nullable().optional(),
    session_ttl_seconds: upTo(
      () => longestLengths().ordinary,
      sessionSecondsSchema,
      "JWT_REFRESH_TTL_SECONDS",
    ).optional(),
    session_ttl_remember_seconds: upTo(
      () => longestLengths().remembered,
      sessionSecondsSchema,
      "JWT_REFRESH_TTL_REMEMBER_SECONDS",
    ).optional(),
    session_idle_seconds: upTo(
      () => longestLengths().idle || SESSION_SECONDS.most,
      idleSecondsSchema,
      "SESSION_IDLE_SECONDS",
    ).optional(),
  })
  .meta({ id: "OrganizationChange" });
