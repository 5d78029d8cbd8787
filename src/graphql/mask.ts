import { GraphQLError } from "graphql";
import { detailOfField } from "@/http/problem";
import { toProblem } from "@/http/to-problem";
import type { Locale } from "@/i18n/locale";
import type { ErrorCode, FieldProblem, Problem } from "@/lib/errors";
import { toCamelCase } from "./input";

type Asked = {
  locale: Locale;
  traceId: string;
  /** Whether to name what there is beside what isn't. */
  hints: boolean;
};

/**
 * An error as the caller sees it: of a problem its code and its sentence in their language, of a document that is wrong
 * what is wrong with it, of everything else only that it happened.
 */
export function maskError(error: unknown, asked: Asked): GraphQLError {
  const cause = causeOf(error);
  if (cause instanceof GraphQLError) return reportDocument(cause, asked);
  return reportProblem(toProblem(cause), {
    asked,
    path: error instanceof GraphQLError ? error.path : undefined,
  });
}

/** What a resolver threw comes wrapped, once for each layer it has passed. */
function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? causeOf(error.originalError) : error;
}

function reportProblem(problem: Problem, { asked, path }: { asked: Asked; path: GraphQLError["path"] }) {
  const { problems, retryAfterSeconds } = problem;
  const params = { ...problem.params, seconds: retryAfterSeconds ?? 1 };
  const top = problems?.[0] ?? { code: problem.code, field: problem.field ?? "", params };
  const sentence = (each: FieldProblem) =>
    detailOfField({ ...each, field: asArgument(each.field) ?? "" }, asked.locale);
  return new GraphQLError(sentence(top), {
    path,
    extensions: {
      code: top.code,
      field: asArgument(top.field || undefined),
      trace_id: asked.traceId,
      retry_after: retryAfterSeconds,
      errors: problems?.map((each) => ({
        field: asArgument(each.field),
        code: each.code,
        detail: sentence(each),
      })),
    },
  });
}

/** due_date, as the schemas have it, is dueDate to whoever asked. */
function asArgument(field: string | undefined) {
  return field && toCamelCase(field);
}

function reportDocument(error: GraphQLError, { traceId, hints }: Asked) {
  const http = error.extensions.http as { status?: number } | undefined;
  return new GraphQLError(hints ? error.message : error.message.replace(/ Did you mean .*$/s, ""), {
    path: error.path,
    nodes: error.nodes,
    source: error.source,
    positions: error.positions,
    extensions: { http, code: codeOf(error, http?.status), trace_id: traceId },
  });
}

function codeOf({ message }: GraphQLError, status: number | undefined): ErrorCode {
  if (status === 405) return "METHOD_NOT_ALLOWED";
  return message.startsWith("Syntax Error") ? "MALFORMED_REQUEST" : "VALIDATION_ERROR";
}
