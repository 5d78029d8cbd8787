import type { z } from "zod";
import { Fault, type FieldFault, isErrorCode } from "@/lib/errors";

/** The value as the schema has it, or VALIDATION_ERROR with every fault there is, the first on top. */
export async function validate<S extends z.ZodType>(schema: S, value: unknown): Promise<z.output<S>> {
  const parsed = await schema.safeParseAsync(value);
  if (parsed.success) return parsed.data;
  throw new Fault("VALIDATION_ERROR", { faults: parsed.error.issues.map(toFieldFault) });
}

/** Our schemas name the code in place of a message; zod's own messages quote too much. */
function toFieldFault(issue: z.core.$ZodIssue): FieldFault {
  const params = issue.code === "custom" ? (issue.params as FieldFault["params"]) : undefined;
  return {
    field: issue.path.join("."),
    code: isErrorCode(issue.message) ? issue.message : "VALIDATION_ERROR",
    params,
  };
}
