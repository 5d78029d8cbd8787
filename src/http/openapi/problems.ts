import { z } from "zod";
import { ERROR_CODES, ERROR_STATUS, type ErrorCode, Problem } from "@/lib/errors";
import { problemBody } from "../problem";

const codeSchema = z.enum(ERROR_CODES).meta({ id: "ErrorCode" });

export const problemSchema = z
  .object({
    type: z.literal("about:blank"),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: "A sentence for people, in their language" }),
    code: codeSchema,
    field: z.string().optional().meta({ description: "Where one field is in error" }),
    trace_id: z.string().regex(/^[0-9a-f]{32}$/),
    errors: z
      .array(z.object({ field: z.string(), code: codeSchema, detail: z.string() }))
      .optional()
      .meta({ description: "Every problem of a validation" }),
  })
  .meta({ id: "Problem", description: "RFC 9457" });

/** Fields that these codes are about, and numbers that their sentences name. */
const EXAMPLES: Partial<
  Record<ErrorCode, { field?: string; params?: Record<string, number>; validation?: true }>
> = {
  EMAIL_ALREADY_EXISTS: { field: "email" },
  USERNAME_ALREADY_EXISTS: { field: "username" },
  INVALID_SETUP_TOKEN: { field: "setup_token" },
  QUOTA_EXCEEDED: { params: { limit: 10_000 } },
  WRONG_PASSWORD: { field: "current_password" },
  VALIDATION_ERROR: { field: "time_zone", validation: true },
  INVALID_EMAIL: { field: "email", validation: true },
  INVALID_USERNAME: { field: "username", validation: true },
  PASSWORD_TOO_SHORT: { field: "password", params: { min: 8 }, validation: true },
  PASSWORD_TOO_LONG: { field: "password", params: { max: 128 }, validation: true },
  PASSWORD_TOO_COMMON: { field: "password", validation: true },
  INVALID_PROOF: { field: "token" },
  INVALID_RECURRENCE_RULE: { field: "recurrence_rule", validation: true },
};

const EXAMPLE_TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

/** A problem of this code as it is answered. */
export function exampleOf(code: ErrorCode) {
  const { field, params, validation } = EXAMPLES[code] ?? {};
  const retryAfterSeconds = [429, 503].includes(ERROR_STATUS[code]) ? 30 : undefined;
  const problem = validation
    ? new Problem("VALIDATION_ERROR", { problems: [{ field: field ?? "", code, params }] })
    : new Problem(code, { field, params, retryAfterSeconds });
  // By way of JSON, so that what is left out of an answer is left out here.
  const value = JSON.parse(JSON.stringify(problemBody(problem, { locale: "en", traceId: EXAMPLE_TRACE_ID })));
  return { summary: value.detail as string, value };
}
