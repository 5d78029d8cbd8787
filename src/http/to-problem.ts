import { Problem } from "@/lib/errors";
import { log } from "@/lib/log";
import { isOutage } from "@/lib/outage";

/** What nobody foresaw is told to the log, and to the caller only that it happened. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) {
    if (error.cause !== undefined && error.status >= 500) log().error({ error: error.cause }, error.code);
    return error;
  }
  if (isOutage(error)) {
    log().error({ error }, "the database is away");
    return new Problem("SERVICE_UNAVAILABLE", { retryAfterSeconds: 5, cause: error });
  }
  log().error({ error }, "unforeseen failure");
  return new Problem("INTERNAL_ERROR", { cause: error });
}
