import { Fault } from "@/lib/errors";
import { log } from "@/lib/log";
import { isOutage } from "@/lib/outage";

/** What nobody foresaw is told to the log, and to the caller only that it happened. */
export function toFault(error: unknown): Fault {
  if (error instanceof Fault) {
    if (error.cause !== undefined && error.status >= 500) log().error({ error: error.cause }, error.code);
    return error;
  }
  if (isOutage(error)) {
    log().error({ error }, "the database is away");
    return new Fault("SERVICE_UNAVAILABLE", { retryAfterSeconds: 5, cause: error });
  }
  log().error({ error }, "unforeseen failure");
  return new Fault("INTERNAL_ERROR", { cause: error });
}
