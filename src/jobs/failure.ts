import { ZodError } from "zod";
import { PermanentError } from "@/lib/permanent-error";
import { redact } from "@/lib/redact";
import type { Retry } from "./definition";

const LONGEST_REASON = 500;

/** After a failed attempt: when to try again, or null where it is given up. Spread, so that what failed together doesn't meet again. */
export function secondsUntilRetry(retry: Retry, attempts: number, error: unknown): number | null {
  // No time makes a payload right.
  if (error instanceof ZodError || error instanceof PermanentError || attempts >= retry.attempts) return null;
  const wait = Math.min(retry.firstSeconds * 2 ** (attempts - 1), retry.longestSeconds);
  return wait * (0.5 + Math.random());
}

/** Why, in a line for an administrator. */
export function reasonOf(error: unknown): string {
  if (error instanceof ZodError) return "Its payload is not what this version expects";
  if (error instanceof PermanentError && error.cause !== undefined) return reasonOf(error.cause);
  const { name, message, code } =
    error instanceof Error ? (error as Error & { code?: unknown }) : unknownError(error);
  const reason = [code ?? (name === "Error" ? undefined : name), message].filter(Boolean).join(": ");
  return String(redact(reason)).replaceAll("\0", "").slice(0, LONGEST_REASON);
}

function unknownError(error: unknown) {
  return { name: "Error", message: String(error), code: undefined };
}
