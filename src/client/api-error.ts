import type { components } from "./schema";

export type ErrorCode = components["schemas"]["ErrorCode"];
export type Problem = components["schemas"]["Problem"];

/** A refused request. Branch on `code`; `message` is a sentence for people, in their language. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  /** Missing if the response came from a proxy, not from the API. */
  readonly code?: ErrorCode;
  readonly field?: string;
  /** All validation problems; empty for other errors. */
  readonly errors: NonNullable<Problem["errors"]>;
  readonly traceId?: string;
  /** How long to wait before trying again, where the server says so. */
  readonly retryAfterSeconds?: number;

  constructor(response: Response, body: unknown) {
    const problem = isProblem(body) ? body : undefined;
    super(problem?.detail ?? `The server answered ${response.status} ${response.statusText}`.trim());
    this.status = response.status;
    this.code = problem?.code;
    this.field = problem?.field;
    this.errors = problem?.errors ?? [];
    this.traceId = problem?.trace_id ?? response.headers.get("x-trace-id") ?? undefined;
    this.retryAfterSeconds = secondsUntil(response.headers.get("retry-after"));
  }
}

/** The call's data, or throws the ApiError. */
export async function unwrap<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw new ApiError(response, error);
  return data as T;
}

/** The error code of a response, leaving its body readable. */
export async function codeOf(response: Response): Promise<ErrorCode | undefined> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  return isProblem(body) ? body.code : undefined;
}

function isProblem(body: unknown): body is Problem {
  return typeof body === "object" && body !== null && "code" in body && typeof body.code === "string";
}

/** Seconds or a date, as RFC 9110 has it. */
function secondsUntil(retryAfter: string | null): number | undefined {
  if (retryAfter === null) return undefined;
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter);
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? undefined : Math.max(Math.ceil((at - Date.now()) / 1000), 0);
}
