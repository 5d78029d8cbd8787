import { z } from "zod";
import type { oas31, ZodOpenApiResponseObject } from "zod-openapi";
import { ERROR_STATUS, type ErrorCode } from "@/lib/errors";
import { JSON_TYPE } from "../body";
import type { Endpoint } from "../endpoint";

export const SHARED_HEADERS = {
  "X-Trace-ID": {
    description: "Stands in the server's log, too",
    required: true,
    schema: { type: "string", pattern: "^[0-9a-f]{32}$" },
  },
  "Set-Cookie": {
    description: "The access and the refresh cookie, one line each",
    required: true,
    schema: { type: "string" },
  },
  "Device-Cookie": {
    description: "By what a browser stays known that sent one of these",
    schema: { type: "string" },
  },
  "WWW-Authenticate": { required: true, schema: { type: "string", const: "Bearer" } },
  "Retry-After": { description: "Seconds", required: true, schema: { type: "integer", minimum: 1 } },
  Location: { required: true, schema: { type: "string", format: "uri-reference" } },
} satisfies Record<string, oas31.HeaderObject>;

type HeaderName = keyof typeof SHARED_HEADERS;

const HEADERS_OF_STATUS: Record<number, HeaderName[]> = {
  401: ["WWW-Authenticate"],
  429: ["Retry-After"],
  503: ["Retry-After"],
};

type Answering = { endpoint: Endpoint; method: string };

export function answersOf({ endpoint, method }: Answering): Record<string, ZodOpenApiResponseObject> {
  const answers: Record<string, ZodOpenApiResponseObject> = { [endpoint.status]: successOf(endpoint) };
  if (endpoint.form) {
    answers[303] = {
      description: "To an HTML form in a browser: on to `next`, or back to the page with `code` and `field`",
      headers: headers("Location"),
    };
  }
  const codes = codesOf(endpoint, method).toSorted();
  for (const status of new Set(codes.map((code) => ERROR_STATUS[code]))) {
    answers[status] = problemOf(
      status,
      codes.filter((code) => ERROR_STATUS[code] === status),
      contentOf(endpoint, status),
    );
  }
  return answers;
}

function successOf(endpoint: Endpoint): ZodOpenApiResponseObject {
  const { answer, status, cookies, otherAnswers } = endpoint;
  const own = answer && { [JSON_TYPE]: { schema: answer } };
  const named: HeaderName[] = [
    ...(cookies ? ([cookies === "device" ? "Device-Cookie" : "Set-Cookie"] as const) : []),
    ...(status === 303 ? (["Location"] as const) : []),
  ];
  const descriptions = {
    set: "Done; the cookies hand the session over",
    cleared: "Done; the cookies are cleared",
    device: "Done; this device stays known",
  };
  return {
    description: status === 303 ? "On to the page, or to sign in" : cookies ? descriptions[cookies] : "Done",
    headers: headers(...named),
    content: answer || otherAnswers ? { ...own, ...contentOf(endpoint, status) } : undefined,
  };
}

/** What else is answered under this status, by its type. */
function contentOf({ status: success, otherAnswers = [], leadsToPage }: Endpoint, status: number) {
  const answers = otherAnswers.filter((other) => (other.status ?? success) === status);
  if (leadsToPage && status >= 400) answers.push({ type: "text/html", schema: z.string() });
  return Object.fromEntries(answers.map(({ type = JSON_TYPE, schema }) => [type, { schema }]));
}

function problemOf(
  status: number,
  codes: ErrorCode[],
  others: ReturnType<typeof contentOf>,
): ZodOpenApiResponseObject {
  return {
    description: codes.map((code) => `\`${code}\``).join(", "),
    headers: headers(...(HEADERS_OF_STATUS[status] ?? [])),
    content: {
      "application/problem+json": {
        schema: {
          allOf: [
            { $ref: "#/components/schemas/Problem" },
            {
              type: "object",
              properties: { status: { const: status }, code: { enum: codes } },
              required: ["status", "code"],
            },
          ],
        },
        examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
      },
      ...others,
    },
  };
}

function headers(...names: HeaderName[]): Record<string, oas31.ReferenceObject> {
  const all: HeaderName[] = ["X-Trace-ID", ...names];
  return Object.fromEntries(
    all.map((name) => [
      name === "Device-Cookie" ? "Set-Cookie" : name,
      { $ref: `#/components/headers/${name}` },
    ]),
  );
}

/** The codes that the wrapper itself may answer for an endpoint, beside the ones that it names. */
function codesOf(endpoint: Endpoint, method: string): ErrorCode[] {
  const codes = new Set<ErrorCode>(endpoint.problems);
  const add = (...more: ErrorCode[]) => {
    for (const code of more) codes.add(code);
  };
  add("INTERNAL_ERROR", "SERVICE_UNAVAILABLE");
  if (!endpoint.public) add("MISSING_TOKEN", "INVALID_TOKEN", "TOKEN_EXPIRED", "SESSION_REVOKED");
  if (method !== "GET") add("CSRF_REJECTED");
  if (endpoint.body) add("MALFORMED_REQUEST", "PAYLOAD_TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE");
  if (endpoint.query) add("MALFORMED_REQUEST");
  if ((!endpoint.upload && canFail(endpoint.body)) || canFail(endpoint.query)) add("VALIDATION_ERROR");
  if (endpoint.params) add("NOT_FOUND");
  if (endpoint.limit || takesBudget(endpoint, method)) add("RATE_LIMIT_EXCEEDED");
  if (endpoint.role) add("FORBIDDEN");
  if (!endpoint.public && !endpoint.unverified) add("EMAIL_NOT_VERIFIED");
  if (endpoint.fresh) add("REAUTHENTICATION_REQUIRED");
  return [...codes];
}

function takesBudget({ public: isPublic, query }: Endpoint, method: string) {
  return !isPublic && (method !== "GET" || (query instanceof z.ZodObject && "q" in query.shape));
}

/** What catches every problem refuses nothing, nor does a query of texts that may be anything or be left out. */
function canFail(schema: z.ZodType | undefined) {
  if (schema === undefined || schema instanceof z.ZodCatch) return false;
  return !(schema instanceof z.ZodObject && Object.values(schema.shape).every(isAnyText));
}

function isAnyText(schema: unknown) {
  const text = schema instanceof z.ZodOptional ? schema.unwrap() : undefined;
  return text instanceof z.ZodString && !text.def.checks?.length;
}
