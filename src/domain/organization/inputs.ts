import { z } from "zod";
import { organizationNameSchema } from "./schema";

export const organizationChangeSchema = z
  .object({
    organization_name: organizationNameSchema.optional(),
    registration: z.enum(["open", "closed"]).optional(),
  })
  .meta({ id: "OrganizationChange" });
