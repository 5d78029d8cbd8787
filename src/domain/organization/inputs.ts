import { z } from "zod";
import { accentColorSchema, auditRetentionSchema, organizationNameSchema } from "./schema";

export const organizationChangeSchema = z
  .object({
    organization_name: organizationNameSchema.optional(),
    registration: z.enum(["open", "closed"]).optional(),
    audit_retention_days: auditRetentionSchema.nullable().optional(),
    accent_color: accentColorSchema.nullable().optional(),
  })
  .meta({ id: "OrganizationChange" });
