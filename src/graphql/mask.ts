import { GraphQLError } from "graphql";
import { toFault } from "@/http/fault";
import { detailOf } from "@/http/problem";
import type { Locale } from "@/i18n/locale";
import type { ErrorCode, Fault } from "@/lib/errors";

type Asked = {
  locale: Locale;
  traceId: string;
  /** Whether to name what there is beside what isn't. */
  hints: boolean;
};

/**
 * An error as the caller sees it: of a fault its code and its sentence in their language, of a document that is wrong
 * what is wrong with it, of everything else only that it happened.
 */
export function maskError(error: unknown, asked: Asked): GraphQLError {
  const cause = causeOf(error);
  if (cause instanceof GraphQLError) return tellOfDocument(cause, asked);
  return tellOfFault(toFault(cause), { asked, path: error instanceof GraphQLError ? error.path : undefined });
}

/** What a resolver threw comes wrapped, once for each layer it has passed. */
function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? causeOf(error.originalError) : error;
}

function tellOfFault(fault: Fault, { asked, path }: { asked: Asked; path: GraphQLError["path"] }) {
  const { faults, retryAfterSeconds } = fault;
  const top = faults?.[0] ?? fault;
  const sentence = (code: ErrorCode, params: Fault["params"]) =>
    detailOf(code, asked.locale, { ...params, seconds: retryAfterSeconds ?? 1 });
  return new GraphQLError(sentence(top.code, top.params), {
    path,
    extensions: {
      code: top.code,
      field: asArgument(top.field),
      trace_id: asked.traceId,
      retry_after: retryAfterSeconds,
      errors: faults?.map(({ field, code, params }) => ({
        field: asArgument(field),
        code,
        detail: sentence(code, params),
      })),
    },
  });
}

/** due_date, as the schemas have it, is dueDate to whoever asked. */
function asArgument(field: string | undefined) {
  return field?.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function tellOfDocument(error: GraphQLError, { traceId, hints }: Asked) {
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
