/**
 * Every problem a caller can be told of: code → status. The code is also the key of its sentence in messages/*.json.
 * A problem is thrown wherever it is found and made into an answer in one place (http/problem.ts).
 */
export const ERROR_STATUS = {
  MALFORMED_REQUEST: 400,
  MISSING_TOKEN: 401,
  INVALID_TOKEN: 401,
  TOKEN_EXPIRED: 401,
  INVALID_CREDENTIALS: 401,
  MISSING_REFRESH_TOKEN: 401,
  INVALID_REFRESH_TOKEN: 401,
  REFRESH_TOKEN_EXPIRED: 401,
  REFRESH_TOKEN_REUSED: 401,
  SESSION_REVOKED: 401,
  FORBIDDEN: 403,
  CSRF_REJECTED: 403,
  REAUTHENTICATION_REQUIRED: 403,
  EMAIL_NOT_VERIFIED: 403,
  REGISTRATION_CLOSED: 403,
  INVALID_SETUP_TOKEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  EMAIL_ALREADY_EXISTS: 409,
  USERNAME_ALREADY_EXISTS: 409,
  TAG_ALREADY_EXISTS: 409,
  SETUP_ALREADY_COMPLETED: 409,
  SETUP_REQUIRED: 409,
  LAST_ADMIN: 409,
  OWN_ACCOUNT: 409,
  LAST_SIGN_IN_METHOD: 409,
  MAIL_NOT_SET_UP: 409,
  QUOTA_EXCEEDED: 409,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  VALIDATION_ERROR: 422,
  INVALID_EMAIL: 422,
  INVALID_USERNAME: 422,
  PASSWORD_TOO_SHORT: 422,
  PASSWORD_TOO_LONG: 422,
  PASSWORD_TOO_COMMON: 422,
  WRONG_PASSWORD: 422,
  INVALID_RECURRENCE_RULE: 422,
  INVALID_PROOF: 422,
  INVALID_IMAGE: 422,
  COLOR_CONTRAST: 422,
  RATE_LIMIT_EXCEEDED: 429,
  INTERNAL_ERROR: 500,
  SERVICE_UNAVAILABLE: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

export const ERROR_CODES = Object.keys(ERROR_STATUS) as ErrorCode[];

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === "string" && Object.hasOwn(ERROR_STATUS, value);
}

/** What is wrong with one field. `params` fill the sentence: limits and such, never what was typed. */
export type FieldProblem = {
  field: string;
  code: ErrorCode;
  params?: Record<string, string | number>;
  /** Whether it is required and wasn't given. */
  missing?: boolean;
};

type ProblemOptions = {
  field?: string;
  params?: Record<string, string | number>;
  retryAfterSeconds?: number;
  allow?: string[];
  problems?: FieldProblem[];
  cause?: unknown;
};

export class Problem extends Error {
  readonly code: ErrorCode;
  readonly field?: string;
  readonly params?: Record<string, string | number>;
  readonly retryAfterSeconds?: number;
  readonly allow?: string[];
  readonly problems?: FieldProblem[];

  constructor(code: ErrorCode, options: ProblemOptions = {}) {
    super(code, { cause: options.cause });
    this.name = "Problem";
    this.code = code;
    this.field = options.field;
    this.params = options.params;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.allow = options.allow;
    this.problems = options.problems;
  }

  get status(): number {
    return ERROR_STATUS[this.code];
  }
}
