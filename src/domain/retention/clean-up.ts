import { and, isNotNull, lt, or, type SQL } from "drizzle-orm";
import { deleteInBatches } from "@/db/delete-in-batches";
import { inSeconds, now } from "@/db/sql";
import {
  attemptCounters,
  emailChanges,
  invitations,
  jobs,
  mails,
  sessions,
  verificationTokens,
} from "@/db/tables";

const DAY_SECONDS = 86_400;
const SESSIONS_KEPT_DAYS = 30;
/** Longer than any schedule's period: a key that is forgotten can be asked for again. */
const DONE_JOBS_KEPT_DAYS = 7;
/** Longer than a mail is tried to be sent, and than somebody looks why one didn't come. */
const MAILS_KEPT_DAYS = 30;

/** Forgets what nobody can use or will look for any more. Jobs that were given up stay until somebody looks at them. */
export async function cleanUp() {
  const sessionsKept = daysAgo(SESSIONS_KEPT_DAYS);
  await deleteInBatches(
    sessions,
    or(lt(sessions.expiresAt, sessionsKept), lt(sessions.revokedAt, sessionsKept)) as SQL,
  );
  await deleteInBatches(verificationTokens, lt(verificationTokens.expires, now));
  await deleteInBatches(emailChanges, lt(emailChanges.reservedUntil, now));
  await deleteInBatches(attemptCounters, lt(attemptCounters.expiresAt, now));
  await deleteInBatches(
    jobs,
    and(isNotNull(jobs.doneAt), lt(jobs.doneAt, daysAgo(DONE_JOBS_KEPT_DAYS))) as SQL,
  );
  await deleteInBatches(invitations, lt(invitations.expiresAt, daysAgo(INVITATIONS_KEPT_DAYS)));
  await deleteInBatches(mails, lt(mails.createdAt, daysAgo(MAILS_KEPT_DAYS)));
}

/** So long one that has expired can be sent again without being written anew. */
const INVITATIONS_KEPT_DAYS = 30;

function daysAgo(days: number) {
  return inSeconds(-days * DAY_SECONDS);
}
