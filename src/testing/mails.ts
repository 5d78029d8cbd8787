import { database } from "@/db/pool";
import { claimJob } from "@/domain/jobs/lease";
import { deriveProofToken } from "@/domain/proofs/proof-token";
import { DEFINITIONS } from "@/jobs/definitions";
import { runJob } from "@/jobs/run-job";

/** Works off what is due, and what comes of it, as an engine would. */
export async function runJobs() {
  const kinds = Object.keys(DEFINITIONS);
  for (let job = await claimJob(kinds, 15); job; job = await claimJob(kinds, 15))
    await runJob(job, { definition: DEFINITIONS[job.kind as keyof typeof DEFINITIONS], leaseSeconds: 15 });
}

export type TestMail = {
  id: string;
  kind: string;
  recipient: string;
  locale: string;
  detail: Record<string, string>;
  kept: boolean;
  /** Of its link, if that has one. */
  token: string;
};

/** What was written to somebody, the oldest first, after all jobs are done. */
export async function mailsTo(recipient: string): Promise<TestMail[]> {
  await runJobs();
  const rows = await database()<Omit<TestMail, "token">[]>`
    select id, kind, recipient, locale, detail, kept_at is not null as kept from mails
    where recipient = ${recipient} order by created_at, id
  `;
  return Promise.all(rows.map(async (row) => ({ ...row, token: await deriveProofToken(row.id) })));
}

/** The token of the newest mail of a kind to somebody. */
export async function tokenTo(recipient: string, kind: string): Promise<string> {
  const mail = (await mailsTo(recipient)).findLast((mail) => mail.kind === kind);
  if (!mail) throw new Error(`No ${kind} was mailed to ${recipient}`);
  return mail.token;
}

/** Whoever isn't verified may do nothing else; what would be sent waits for a server that isn't there. */
export const VERIFICATION_IS_REQUIRED = {
  EMAIL_VERIFICATION: "required",
  SMTP_URL: "smtp://127.0.0.1:1",
  MAIL_FROM: "accounts@example.org",
};

/** Nothing is sent, and everything can be read. */
export const MAIL_IS_KEPT = { DEV_MAIL: "on", SMTP_URL: "", MAIL_FROM: "" };
