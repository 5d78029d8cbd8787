import { ALERTS } from "@/domain/jobs/kinds";

/** Everything that is told by mail (messages: `mails`). */
export const MAIL_KINDS = [
  "verify_email",
  "reset_link",
  "password_reset",
  "sign_in_link",
  "reauthentication_link",
  "change_email",
  "email_changed",
  "email_taken",
  "invitation",
  "account_created",
  ...ALERTS,
  "trial",
] as const;

export type MailKind = (typeof MAIL_KINDS)[number];
