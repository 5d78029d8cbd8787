import { desc, eq, isNotNull, sql } from "drizzle-orm";
import type { SelectResultFields } from "drizzle-orm/query-builders/select.types";
import { db, type Transaction } from "@/db/client";
import { now } from "@/db/sql";
import { mails, users } from "@/db/tables";
import { enqueue } from "@/domain/jobs/enqueue";
import { makeProof } from "@/domain/proofs/proofs";
import type { ProofPurpose } from "@/domain/proofs/purposes";
import type { User } from "@/domain/users/user";
import type { MailKind } from "./kinds";

type NewMail = {
  id: string;
  kind: MailKind;
  /** `id: null`: somebody who has no account yet. */
  user: Pick<User, "email" | "locale"> & { id: string | null };
  /** Where the person has chosen none. */
  locale?: string;
  detail?: Record<string, string>;
  /** Where its link leads somewhere that wants one. */
  proof?: ProofPurpose;
  /** How long that is good, where it isn't as long as its purpose says. */
  seconds?: number;
  traceId?: string;
};

const LANGUAGE = "en";

/**
 * Promises a mail in the caller's transaction, and makes the proof for its link; the user's row is locked. The same id
 * again is the same mail: nothing more is made.
 */
export async function queueMail(tx: Transaction, mail: NewMail) {
  const { id, kind, user, detail, proof, seconds, traceId } = mail;
  const locale = user.locale ?? mail.locale ?? LANGUAGE;
  const values = { id, kind, userId: user.id, recipient: user.email, locale, detail };
  const made = await tx.insert(mails).values(values).onConflictDoNothing().returning({ id: mails.id });
  if (made.length === 0) return;
  if (proof && user.id)
    await makeProof(tx, { id, purpose: proof, userId: user.id, address: user.email, seconds });
  await enqueue(tx, { kind: "send_mail", payload: { mail_id: id }, key: id, traceId });
}

const mailColumns = {
  id: mails.id,
  kind: mails.kind,
  recipient: mails.recipient,
  locale: mails.locale,
  detail: mails.detail,
  sentAt: mails.sentAt,
  createdAt: mails.createdAt,
  username: users.username,
  fullName: users.fullName,
  isVerified: sql<boolean>`coalesce(${users.emailVerifiedAt} is not null and ${users.email} = ${mails.recipient}, false)`,
};

export type Mail = Omit<SelectResultFields<typeof mailColumns>, "username"> & { username: string | null };

function selectMails() {
  return db.select(mailColumns).from(mails).leftJoin(users, eq(users.id, mails.userId)).$dynamic();
}

/** Null once its person is purged. */
export async function findMail(id: string): Promise<Mail | null> {
  const [mail] = await selectMails().where(eq(mails.id, id));
  return mail ?? null;
}

export async function markSent(id: string) {
  await db.update(mails).set({ sentAt: now }).where(eq(mails.id, id));
}

/** Not sent, since there is nobody to send it by. */
export async function markKept(id: string) {
  await db.update(mails).set({ keptAt: now }).where(eq(mails.id, id));
}

/** What was kept instead of being sent, the newest first. */
export async function listKeptMails(limit: number): Promise<Mail[]> {
  return selectMails().where(isNotNull(mails.keptAt)).orderBy(desc(mails.keptAt)).limit(limit);
}

export async function findKeptMail(id: string): Promise<Mail | null> {
  const mail = await findMail(id);
  return mail?.sentAt === null ? mail : null;
}
