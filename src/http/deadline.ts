import { Problem } from "@/lib/errors";
import { DEADLINE_MS, LATE_MS, RETRY_AFTER_SECONDS, reportLate } from "@/lib/overdue.mjs";

/** Whatever happens behind it, the caller has an answer in time. */
export async function withDeadline<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    const refuse = () =>
      reject(new Problem("SERVICE_UNAVAILABLE", { retryAfterSeconds: RETRY_AFTER_SECONDS }));
    timer = setTimeout(() => {
      reportLate();
      timer = setTimeout(refuse, DEADLINE_MS - LATE_MS);
    }, LATE_MS);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
