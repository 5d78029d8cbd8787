import { and, eq, isNull, sql } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { users } from "@/db/tables";
import { countMail } from "@/domain/attempts/attempts";
import type { ClientInfo } from "@/domain/client-info";
import { enqueue } from "@/domain/jobs/enqueue";
import type { JobPayload } from "@/domain/jobs/kinds";
import { keptPath } from "@/domain/mails/kept-path";
import { findMail, queueMail } from "@/domain/mails/mails";
import { proofIdOf } from "@/domain/proofs/proof-token";
import { userColumns } from "@/domain/users/user";
import { lockUser } from "@/domain/users/user-lock";
import { canMail } from "@/lib/can-mail";
import { Problem } from "@/lib/errors";
import { settings } from "@/lib/settings";

/** Whether people may sign in by a link: where the administrator wants it, and mail gets to them. */
export function offersSignInLinks(): boolean {
  return settings().SIGN_IN_LINKS === "on" && canMail();
}

/** Where they are off, there is nothing. */
export function requireSignInLinks() {
  if (settings().SIGN_IN_LINKS === "off") throw new Problem("NOT_FOUND");
  if (!canMail()) throw new Problem("MAIL_NOT_SET_UP");
}

type Request = { email: string; rememberMe: boolean; next: string; clientInfo: ClientInfo };

/** Promises to look for an account with this email, and to mail it a link. The same work whoever is asked for. */
export async function requestSignInLink({ email, rememberMe, next, clientInfo }: Request) {
  // Too many: the last link still opens.
  if (!(await countMail({ purpose: "sign_in", email }))) return;
  const { locale, traceId } = clientInfo;
  const payload = { email, remember_me: rememberMe, next: keptPath(next), locale };
  await enqueue(db, { kind: "sign_in_link", payload, traceId });
}

type Requested = JobPayload<"sign_in_link"> & { jobId: string; traceId: string };

/** The job of it. It makes no account: whoever has none here, or one that is closed, gets no mail. */
export async function startSignInLink({ email, remember_me, next, locale, jobId, traceId }: Requested) {
  await inTransaction(async (tx) => {
    const [user] = await tx
      .select(userColumns)
      .from(users)
      .where(and(eq(sql`lower(${users.email})`, email), users.isActive, isNull(users.deletedAt)));
    if (user === undefined) return;
    await lockUser(tx, user.id);
    const detail = { remember_me: remember_me ? "on" : "", next };
    const mail = { id: jobId, kind: "sign_in_link", proof: "sign_in", locale, traceId } as const;
    await queueMail(tx, { ...mail, user, detail });
  });
}

/** What was chosen when the link was asked for. */
export async function choicesOf(token: string) {
  const { detail = {} } = (await findMail(proofIdOf(token))) ?? {};
  return { rememberMe: detail.remember_me === "on", next: detail.next ?? "/" };
}
