import { z } from "zod";
import { isName } from "@/lib/text";
import { standsOut } from "./accent";

export const LONGEST_NAME = 255;

export const organizationNameSchema = z
  .string()
  .transform((name) => name.trim())
  .refine((name) => name !== "" && isName(name) && [...name].length <= LONGEST_NAME, "VALIDATION_ERROR")
  .meta({ override: { minLength: 1, maxLength: LONGEST_NAME, examples: ["Example Ltd"] } });

/** drop_old_events() keeps the shortest of them too, whatever stands in the table. */
export const AUDIT_RETENTION_DAYS = { min: 30, max: 36_500 };

export const auditRetentionSchema = z.int().min(AUDIT_RETENTION_DAYS.min).max(AUDIT_RETENTION_DAYS.max);

export const ACCENT_PATTERN = "#[0-9a-fA-F]{6}";

export const accentColorSchema = z
  .string()
  .regex(new RegExp(`^${ACCENT_PATTERN}$`), { error: "VALIDATION_ERROR", abort: true })
  .transform((color) => color.toLowerCase())
  .refine(standsOut, "COLOR_CONTRAST")
  .meta({
    override: {
      pattern: `^${ACCENT_PATTERN}$`,
      description: "Has to stand out on both themes, so neither very light nor very dark",
      examples: ["#2f855a"],
    },
  });
