import { z } from "zod";

/**
 * Every kind of job there is, with what one is told. Only what finds the work again: no payload holds a secret, since it
 * stands in a row, in backups, and before administrators. How a kind is run says src/jobs/definitions.ts.
 */
export const JOB_PAYLOADS = {
  clean_up: z.object({}),
  purge_accounts: z.object({}),
  purge_account: z.object({ user_id: z.uuid() }),
};

export type JobKind = keyof typeof JOB_PAYLOADS;

export type JobPayload<K extends JobKind> = z.output<(typeof JOB_PAYLOADS)[K]>;

export const JOB_KINDS = Object.keys(JOB_PAYLOADS) as [JobKind, ...JobKind[]];

export const JOB_STATES = ["waiting", "running", "failed", "done"] as const;
