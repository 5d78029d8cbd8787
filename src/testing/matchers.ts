import { expect } from "vitest";
import { ERROR_STATUS, type ErrorCode, Problem } from "@/lib/errors";

type Where = { field?: string };

declare module "vitest" {
  // biome-ignore lint/suspicious/noExplicitAny: the type that Vitest declares
  interface Matchers<T = any> {
    /** An answer that is a problem of this code in every respect, or a problem that was thrown. */
    toFailWith: (code: ErrorCode, where?: Where) => T extends Response ? Promise<void> : void;
  }
}

expect.extend({
  toFailWith(received: unknown, code: ErrorCode, where: Where = {}) {
    if (received instanceof Response) return judgeAnswer(received, code, where);
    return judgeProblem(received, code, where);
  },
});

function judgeProblem(received: unknown, code: ErrorCode, { field }: Where) {
  const problem = received instanceof Problem ? received : undefined;
  const first = problem?.problems?.[0] ?? problem;
  return verdict(first?.code === code && (field === undefined || first.field === field), {
    expected: { code, field },
    actual: first ? { code: first.code, field: first.field } : received,
  });
}

async function judgeAnswer(response: Response, code: ErrorCode, { field }: Where) {
  const text = await response.clone().text();
  const body = parse(text);
  const { status, headers } = response;
  const actual = {
    status,
    code: body.code,
    type: headers.get("content-type"),
    cacheControl: headers.get("cache-control"),
    told: [body.type, body.status, typeof body.title, typeof body.detail],
    traceId: body.trace_id === headers.get("x-trace-id"),
    authenticate: headers.get("www-authenticate"),
    retryAfter: Number(headers.get("retry-after")) >= 1,
    ...(field !== undefined && { field: body.field }),
  };
  const wanted = ERROR_STATUS[code];
  const expected = {
    status: wanted,
    code,
    type: "application/problem+json",
    cacheControl: "no-store",
    told: ["about:blank", wanted, "string", "string"],
    traceId: true,
    authenticate: wanted === 401 ? "Bearer" : null,
    retryAfter: wanted === 429 || wanted === 503,
    ...(field !== undefined && { field }),
  };
  return verdict(JSON.stringify(actual) === JSON.stringify(expected), { expected, actual });
}

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text);
  } catch {
    return { code: `no JSON: ${text}` };
  }
}

function verdict(pass: boolean, { expected, actual }: { expected: unknown; actual: unknown }) {
  return {
    pass,
    expected,
    actual,
    message: () => (pass ? "It failed like this, and should not have." : "It should have failed like this."),
  };
}
