import type { z } from "zod";
import { type FieldProblem, isErrorCode, Problem } from "@/lib/errors";

/** The value as the schema has it, or VALIDATION_ERROR with every problem there is, the first on top. */
export async function validate<S extends z.ZodType>(schema: S, value: unknown): Promise<z.output<S>> {
  const parsed = await schema.safeParseAsync(value);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const required = await findRequired(schema, value);
  throw new Problem("VALIDATION_ERROR", {
    problems: issues.map((issue) => ({ ...toFieldProblem(issue), missing: required.has(nameOf(issue)) })),
  });
}

/** Fields that were left out or empty, as far as the schema can't do without them. */
async function findRequired(schema: z.ZodType, value: unknown): Promise<Set<string>> {
  if (typeof value !== "object" || value === null) return new Set();
  const given = Object.entries(value).filter(([, each]) => !isEmpty(each));
  const parsed = await schema.safeParseAsync(Object.fromEntries(given));
  const names = new Set(given.map(([name]) => name));
  return new Set(parsed.error?.issues.map(nameOf).filter((name) => name !== "" && !names.has(name)));
}

function isEmpty(value: unknown) {
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}

/** Our schemas name the code in place of a message; zod's own messages quote too much. */
function toFieldProblem(issue: z.core.$ZodIssue): FieldProblem {
  const params = issue.code === "custom" ? (issue.params as FieldProblem["params"]) : undefined;
  return {
    field: nameOf(issue),
    code: isErrorCode(issue.message) ? issue.message : "VALIDATION_ERROR",
    params,
  };
}

function nameOf(issue: z.core.$ZodIssue) {
  return issue.path.join(".");
}
