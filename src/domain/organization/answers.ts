import { z } from "zod";

export const organizationAnswer = z
  .object({ organization_name: z.string(), registration: z.enum(["open", "closed"]) })
  .meta({ id: "Organization" });
