import type { z } from "zod";
import { type FieldProblem, isErrorCode, Problem } from "@/lib/errors";

/** The value as the schema has it, or VALIDATION_ERROR with every problem there is, the first on top. */
export async function validate<S extends z.ZodType>(schema: S, value: unknown): Promise<z.output<S>> {
  const parsed = await schema.safeParseAsync(value);
  if (parsed.success) return parsed.data;
  throw new Problem("VALIDATION_ERROR", { problems: parsed.error.issues.map(toFieldProblem) });
}

/** Our schemas name the code in place of a message; zod's own messages quote too much. */
function toFieldProblem(issue: z.core.$ZodIssue): FieldProblem {
  const params = issue.code === "custom" ? (issue.params as FieldProblem["params"]) : undefined;
  return {
    field: issue.path.join("."),
    code: isErrorCode(issue.message) ? issue.message : "VALIDATION_ERROR",
    params,
  };
}
