export { ApiError, type ErrorCode, type Problem, unwrap } from "./api-error";
export { type Client, type ClientOptions, createClient } from "./client";
export type { Renewal } from "./renewal";
export type { components, operations, paths } from "./schema";
export type { SessionEnded } from "./session";
export { memoryTokenStore, type TokenStore, type Tokens } from "./token-store";
