import { z } from "zod";
import { isName } from "@/lib/text";

export const LONGEST_NAME = 255;

export const organizationNameSchema = z
  .string()
  .transform((name) => name.trim())
  .refine((name) => name !== "" && isName(name) && [...name].length <= LONGEST_NAME, "VALIDATION_ERROR")
  .meta({ override: { minLength: 1, maxLength: LONGEST_NAME, examples: ["Example Ltd"] } });
