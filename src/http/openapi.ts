import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponseObject } from "zod-openapi";
import { ERROR_CODES, ERROR_STATUS, type ErrorCode } from "@/lib/errors";
import { FORM_TYPE, JSON_TYPE } from "./body";
import type { Endpoint } from "./endpoint";
import type { RouteDefinition } from "./route";

const problem = z
  .object({
    type: z.literal("about:blank"),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: "In the caller's language" }),
    code: z.enum(ERROR_CODES),
    field: z.string().optional(),
    trace_id: z.string(),
    errors: z
      .array(z.object({ field: z.string(), code: z.enum(ERROR_CODES), detail: z.string() }))
      .optional(),
  })
  .meta({ id: "Problem", description: "RFC 9457; `errors` names every fault of a validation" });

/** The OpenAPI document of these routes: made of the very definitions that check and answer. */
export function createOpenApiDocument(routes: RouteDefinition[]) {
  const paths = Object.fromEntries(
    routes
      .toSorted((a, b) => (a.path < b.path ? -1 : 1))
      .map(({ path, endpoints }) => [
        path,
        Object.fromEntries(
          Object.entries(endpoints).map(([method, endpoint]) => [
            method.toLowerCase(),
            toOperation(path, method, endpoint),
          ]),
        ),
      ]),
  );
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Gatehouse",
      version: "1",
      description: "Accounts, sessions and first-run setup.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/", description: "This installation" }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" },
        cookie: { type: "apiKey", in: "cookie", name: "gatehouse.access" },
      },
    },
  });
}

function toOperation(path: string, method: string, endpoint: Endpoint): ZodOpenApiOperationObject {
  return {
    operationId: operationId(path, method),
    summary: endpoint.summary,
    tags: [endpoint.tag],
    security: endpoint.public ? [] : [{ bearer: [] }, { cookie: [] }],
    requestParams: {
      query: endpoint.query as z.ZodObject | undefined,
      path: endpoint.params as z.ZodObject | undefined,
    },
    requestBody: endpoint.body && {
      content: {
        [JSON_TYPE]: { schema: endpoint.body },
        ...(endpoint.form && { [FORM_TYPE]: { schema: endpoint.form.schema } }),
      },
    },
    responses: { [endpoint.status]: successOf(endpoint), ...problemsOf(endpoint, method) },
  };
}

function successOf({ answer, status, form }: Endpoint): ZodOpenApiResponseObject {
  const description = form ? "Done; a browser's HTML form gets a 303 to `next` instead" : "Done";
  if (status === 303)
    return { description: "On to the page", headers: { Location: { schema: { type: "string" } } } };
  return answer ? { description, content: { [JSON_TYPE]: { schema: answer } } } : { description };
}

/** The codes that the wrapper itself may answer for an endpoint, beside the ones that it names. */
export function codesOf(endpoint: Endpoint, method: string): ErrorCode[] {
  const codes = new Set<ErrorCode>(endpoint.faults);
  const add = (...more: ErrorCode[]) => {
    for (const code of more) codes.add(code);
  };
  add("INTERNAL_ERROR", "SERVICE_UNAVAILABLE");
  if (!endpoint.public) add("MISSING_TOKEN", "INVALID_TOKEN", "TOKEN_EXPIRED", "SESSION_REVOKED");
  if (method !== "GET" && (endpoint.csrf === "always" || endpoint.body || !endpoint.public))
    add("CSRF_REJECTED");
  if (endpoint.body) add("MALFORMED_REQUEST", "PAYLOAD_TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE");
  if (endpoint.body || endpoint.query) add("VALIDATION_ERROR", "MALFORMED_REQUEST");
  if (endpoint.limit) add("RATE_LIMIT_EXCEEDED");
  if (endpoint.role) add("FORBIDDEN");
  return [...codes];
}

function problemsOf(endpoint: Endpoint, method: string): Record<string, ZodOpenApiResponseObject> {
  const codes = codesOf(endpoint, method).toSorted();
  const statuses = [...new Set(codes.map((code) => ERROR_STATUS[code]))];
  const byStatus = statuses.map(
    (status) => [status, codes.filter((code) => ERROR_STATUS[code] === status)] as const,
  );
  return Object.fromEntries(
    byStatus.map(([status, codes]) => [
      String(status),
      {
        description: codes.map((code) => `\`${code}\``).join(" "),
        headers:
          status === 429 || status === 503 ? { "Retry-After": { schema: { type: "integer" } } } : undefined,
        content: { "application/problem+json": { schema: problem } },
      } satisfies ZodOpenApiResponseObject,
    ]),
  );
}

/** "POST /api/v1/auth/login" → "postAuthLogin". */
function operationId(path: string, method: string) {
  const words = path
    .replace(/^\/(?:api\/v1\/)?/, "")
    .split(/[^a-z0-9]+/i)
    .filter(Boolean);
  return method.toLowerCase() + words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join("");
}
