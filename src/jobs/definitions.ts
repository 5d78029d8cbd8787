import type { JobKind } from "@/domain/jobs/kinds";
import { cleanUp } from "@/domain/retention/clean-up";
import { enqueuePurges, purgeAccount } from "@/domain/retention/purge-accounts";
import { type AnyDefinition, define } from "./definition";

/** What each kind of job does. */
export const DEFINITIONS: Record<JobKind, AnyDefinition> = {
  clean_up: define("clean_up", { handle: cleanUp }),
  purge_accounts: define("purge_accounts", { handle: enqueuePurges }),
  purge_account: define("purge_account", {
    handle: ({ user_id }, { jobId, traceId }) => purgeAccount({ userId: user_id, jobId, traceId }),
  }),
};
