import { z } from "zod";

export const organizationAnswer = z
  .object({
    organization_name: z.string(),
    registration: z.enum(["open", "closed"]),
    logo_url: z.string().nullable().meta({ description: "64 or 256 pixels: `?size=64`" }),
  })
  .meta({ id: "Organization" });
