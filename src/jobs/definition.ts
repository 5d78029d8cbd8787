import { JOB_PAYLOADS, type JobKind, type JobPayload } from "@/domain/jobs/kinds";

export type Retry = {
  /** How often it is tried before it is given up. */
  attempts: number;
  /** How long it waits after the first failure; twice as long after each further one, up to the longest. */
  firstSeconds: number;
  longestSeconds: number;
};

/** Some hours in all: as long as a mail server or a network may well be away. */
const PATIENT: Retry = { attempts: 12, firstSeconds: 5, longestSeconds: 3_600 };

const MINUTE_SECONDS = 60;

export type Run = {
  jobId: string;
  traceId: string;
  /** Aborted when the job has taken too long or its lease is lost: somebody else may run it then. */
  signal: AbortSignal;
};

type Definition<K extends JobKind> = {
  /** May be called twice for one job, after a crash in between: so it is safe to repeat. */
  handle: (payload: JobPayload<K>, run: Run) => Promise<unknown>;
  retry?: Retry;
  timeLimitSeconds?: number;
};

/** A definition whose payload has been checked and so no longer shows. */
export type AnyDefinition = {
  retry: Retry;
  timeLimitSeconds: number;
  run: (payload: unknown, run: Run) => Promise<unknown>;
};

export type Definitions = Partial<Record<JobKind, AnyDefinition>>;

export function define<K extends JobKind>(kind: K, definition: Definition<K>): AnyDefinition {
  const { handle, retry = PATIENT, timeLimitSeconds = MINUTE_SECONDS } = definition;
  return {
    retry,
    timeLimitSeconds,
    run: async (payload, run) => handle(JOB_PAYLOADS[kind].parse(payload) as JobPayload<K>, run),
  };
}
