import { and, desc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { jobs, mails } from "@/db/tables";

const columns = {
  id: mails.id,
  kind: mails.kind,
  recipient: mails.recipient,
  sentAt: mails.sentAt,
  keptAt: mails.keptAt,
  failedAt: jobs.failedAt,
  doneAt: jobs.doneAt,
  reason: jobs.lastError,
};

export type MailStatus = Awaited<ReturnType<typeof listMailsTo>>[number];

/** What was mailed to somebody and what became of it, the newest first. */
export async function listMailsTo(userId: string, limit: number) {
  const isItsJob = and(eq(jobs.kind, "send_mail"), eq(jobs.key, sql`${mails.id}::text`));
  return db
    .select(columns)
    .from(mails)
    .leftJoin(jobs, isItsJob)
    .where(eq(mails.userId, userId))
    .orderBy(desc(mails.createdAt))
    .limit(limit);
}
