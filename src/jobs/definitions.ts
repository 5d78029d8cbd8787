import { alertOwner } from "@/domain/alerts/alert-owner";
import { deleteUnusedAvatar } from "@/domain/avatars/avatar";
import { startEmailChange } from "@/domain/email-changes/email-changes";
import { startVerification } from "@/domain/email-verification/email-verification";
import type { JobKind } from "@/domain/jobs/kinds";
import { deleteUnusedLogo } from "@/domain/organization/logo";
import { startReset } from "@/domain/password-reset/password-reset";
import { cleanUp } from "@/domain/retention/clean-up";
import { dropOldEvents } from "@/domain/retention/drop-old-events";
import { enqueuePurges, purgeAccount } from "@/domain/retention/purge-accounts";
import { startSignInLink } from "@/domain/sign-in-links/sign-in-links";
import { type AnyDefinition, define } from "./definition";

/** What each kind of job does. */
export const DEFINITIONS: Record<JobKind, AnyDefinition> = {
  clean_up: define("clean_up", { handle: cleanUp }),
  purge_accounts: define("purge_accounts", { handle: enqueuePurges }),
  drop_old_events: define("drop_old_events", { handle: dropOldEvents }),
  purge_account: define("purge_account", {
    handle: ({ user_id }, { jobId, traceId }) => purgeAccount({ userId: user_id, jobId, traceId }),
  }),
  send_mail: define("send_mail", {
    // With all languages and the mail's own packages: not before there is one to send.
    handle: async ({ mail_id }, { signal }) => {
      const { deliverMail } = await import("@/mails/deliver");
      await deliverMail(mail_id, signal);
    },
  }),
  request_reset: define("request_reset", {
    handle: (payload, { jobId, traceId }) => startReset({ ...payload, jobId, traceId }),
  }),
  alert_owner: define("alert_owner", {
    handle: (payload, { jobId, traceId }) => alertOwner({ ...payload, jobId, traceId }),
  }),
  verify_email: define("verify_email", {
    handle: (payload, { jobId, traceId }) => startVerification({ ...payload, jobId, traceId }),
  }),
  change_email: define("change_email", {
    handle: (payload, { jobId, traceId }) => startEmailChange({ ...payload, jobId, traceId }),
  }),
  sign_in_link: define("sign_in_link", {
    handle: (payload, { jobId, traceId }) => startSignInLink({ ...payload, jobId, traceId }),
  }),
  delete_avatar: define("delete_avatar", {
    handle: ({ user_id, version }) => deleteUnusedAvatar({ userId: user_id, version }),
  }),
  delete_logo: define("delete_logo", { handle: ({ version }) => deleteUnusedLogo(version) }),
};
