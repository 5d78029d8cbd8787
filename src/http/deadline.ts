import { Problem } from "@/lib/errors";
import { DEADLINE_MS, RETRY_AFTER_SECONDS, reportOverdue } from "@/lib/overdue.mjs";

/** Whatever happens behind it, the caller has an answer in time. */
export async function withDeadline<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reportOverdue();
      reject(new Problem("SERVICE_UNAVAILABLE", { retryAfterSeconds: RETRY_AFTER_SECONDS }));
    }, DEADLINE_MS);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
