import { Context } from "@temporalio/activity";
import { beginAttempt, type Outcome, outcomeOf } from "@/domain/jobs/handover";
import type { JobKind } from "@/domain/jobs/kinds";
import { enqueueScheduled } from "@/domain/jobs/schedules";
import type { Definitions } from "@/jobs/definition";
import { runJob as runClaimed } from "@/jobs/run-job";

const LEASE_SECONDS = 15;
const HEARTBEAT_MS = 2_000;

export type Activities = ReturnType<typeof createActivities>;

/** What workflows may do in the world. */
export function createActivities(definitions: Definitions) {
  return {
    /** One attempt, by the very definition that the embedded engine runs. The row says how it ended. */
    async runJob(id: string): Promise<Outcome> {
      const context = Context.current();
      const beat = setInterval(() => context.heartbeat(), HEARTBEAT_MS);
      try {
        const claimed = await beginAttempt(id, LEASE_SECONDS);
        const definition = claimed && definitions[claimed.kind as JobKind];
        if (definition) await runClaimed(claimed, { definition, leaseSeconds: LEASE_SECONDS });
        return await outcomeOf(id);
      } finally {
        clearInterval(beat);
      }
    },

    enqueueDue: enqueueScheduled,
  };
}
