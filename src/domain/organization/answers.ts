import { z } from "zod";

export const organizationAnswer = z
  .object({
    organization_name: z.string(),
    registration: z.enum(["open", "closed"]),
    audit_retention_days: z
      .number()
      .nullable()
      .meta({ description: "After so many days events leave the audit log; null: never" }),
    accent_color: z.string().nullable().meta({ description: "`#rrggbb`; null: the product's own" }),
    session_ttl_seconds: z
      .number()
      .nullable()
      .meta({ description: "How long a session lasts; null: as long as the server's settings say" }),
    session_ttl_remember_seconds: z.number().nullable().meta({ description: "The same with remember_me" }),
    session_idle_seconds: z
      .number()
      .nullable()
      .meta({ description: "After how long unused it is over; null: what the server's settings say" }),
    logo_url: z.string().nullable().meta({ description: "64 or 256 pixels: `?size=64`" }),
  })
  .meta({ id: "Organization" });
