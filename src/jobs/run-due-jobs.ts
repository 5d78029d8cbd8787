import type { JobKind } from "@/domain/jobs/kinds";
import { claimJob } from "@/domain/jobs/lease";
import type { Definitions } from "./definition";
import { runJob } from "./run-job";

const LEASE_SECONDS = 15;

type Bounds = { definitions: Definitions; atOnce: number; most: number; seconds: number };

/**
 * Runs what is due, and what that asks for in turn, where no process stays to do so: no more than so many, and none is begun
 * when the time is over. Says how many it has run; any number of callers share them out, as engines do.
 */
export async function runDueJobs({ definitions, atOnce, most, seconds }: Bounds): Promise<number> {
  const kinds = Object.keys(definitions);
  const deadline = performance.now() + seconds * 1_000;
  let begun = 0;
  let run = 0;

  async function workOff() {
    while (begun < most && performance.now() < deadline) {
      begun++;
      const job = await claimJob(kinds, LEASE_SECONDS);
      const definition = job && definitions[job.kind as JobKind];
      if (!definition) {
        begun--;
        return;
      }
      await runJob(job, { definition, leaseSeconds: LEASE_SECONDS });
      run++;
    }
  }

  await Promise.all(Array.from({ length: atOnce }, workOff));
  return run;
}
