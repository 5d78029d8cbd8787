import { isInvitationOpen } from "@/domain/invitations/invitations";
import { findMail, type Mail, markKept, markSent } from "@/domain/mails/mails";
import { isProofGood } from "@/domain/proofs/proofs";
import { sendsMail } from "@/lib/can-mail";
import { log } from "@/lib/log";
import { sendLetter } from "@/lib/smtp";
import { needsProof, renderMail } from "./render";

/**
 * The job of a mail. What was sent isn't sent again, but for a connection that broke after the last byte: then the server
 * knows it by its Message-ID. A link that was replaced or used meanwhile, or whose time ran out, is worth no mail.
 */
export async function deliverMail(mailId: string, signal?: AbortSignal) {
  const mail = await findMail(mailId);
  if (mail === null || mail.sentAt !== null) return;
  if (needsProof(mail) && !(await isLinkGood(mail))) return;
  if (!sendsMail()) {
    await markKept(mailId);
    log().info({ mail: mailId, kind: mail.kind }, "a mail was kept: no SMTP_URL is set");
    return;
  }
  const { organization, ...letter } = await renderMail(mail);
  await sendLetter({ ...letter, id: mailId, to: mail.recipient, senderName: organization }, signal);
  await markSent(mailId);
  log().info({ mail: mailId, kind: mail.kind }, "a mail was sent");
}

function isLinkGood({ id, kind }: Mail): Promise<boolean> {
  return kind === "invitation" ? isInvitationOpen(id) : isProofGood(id);
}
