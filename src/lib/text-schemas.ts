import { z } from "zod";
import { isCleanText, isLine } from "./text";

/** Text in one line that says something: a title, a name. */
export function lineSchema(most: number) {
  return z
    .string()
    .transform((line) => line.trim().normalize("NFC"))
    .refine((line) => isLine(line) && line !== "" && [...line].length <= most, "VALIDATION_ERROR")
    .meta({ type: "string", minLength: 1, maxLength: most });
}

/** Text of any number of lines; an empty one is none. */
export function textSchema(most: number) {
  return z
    .string()
    .transform((text) => text.replaceAll("\r\n", "\n").trim().normalize("NFC"))
    .refine((text) => isCleanText(text) && [...text].length <= most, "VALIDATION_ERROR")
    .transform((text) => text || null)
    .nullable()
    .meta({
      override: { type: ["string", "null"], anyOf: undefined, maxLength: most },
      description: "An empty one is none",
    });
}
