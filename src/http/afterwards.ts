import { after } from "next/server";
import { providedAfterwards } from "@/lib/afterwards";
import { log } from "@/lib/log";

/** For a request that has promised work (src/domain/jobs/enqueue.ts). */
export function keepPromises() {
  if (providedAfterwards()?.byRequests) workAfterwards();
}

/** Works jobs off once the answer is out; the platform keeps the function for as long as that takes. */
export function workAfterwards() {
  const provided = providedAfterwards();
  if (!provided) return;
  const work = () =>
    provided.work().catch((error) => log().error({ error }, "jobs could not be worked off after a request"));
  try {
    after(work);
  } catch {
    // Not within Next: a process of its own, which stays.
    void work();
  }
}
