import { z } from "zod";
import { auditRetentionSchema, organizationNameSchema } from "./schema";

export const organizationChangeSchema = z
  .object({
    organization_name: organizationNameSchema.optional(),
    registration: z.enum(["open", "closed"]).optional(),
    audit_retention_days: auditRetentionSchema.nullable().optional(),
  })
  .meta({ id: "OrganizationChange" });
