import { Problem } from "@/lib/errors";
import { reportOverdue } from "@/lib/overdue";

const DEADLINE_MS = 4_500;

/** Whatever happens behind it, the caller has an answer in time. */
export async function withDeadline<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reportOverdue();
      reject(new Problem("SERVICE_UNAVAILABLE", { retryAfterSeconds: 5 }));
    }, DEADLINE_MS);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
