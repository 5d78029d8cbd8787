import { z } from "zod";
import { LOCALES } from "@/lib/locale.mjs";

/** What people are told by mail of their own account, each with a link that says "this wasn't me". */
export const ALERTS = [
  "new_device",
  "password_changed",
  "identity_linked",
  "identity_unlinked",
  "session_replayed",
] as const;

export type Alert = (typeof ALERTS)[number];

/** Of whoever asked: for mail to somebody who has chosen no language. */
const locale = z.enum(LOCALES).optional();

/**
 * Every kind of job there is, with what one is told. Only what finds the work again: no payload holds a secret, since it
 * stands in a row, in backups, and before administrators. How a kind is run says src/jobs/definitions.ts.
 */
export const JOB_PAYLOADS = {
  clean_up: z.object({}),
  purge_accounts: z.object({}),
  drop_old_events: z.object({}),
  purge_account: z.object({ user_id: z.uuid() }),
  send_mail: z.object({ mail_id: z.uuid() }),
  request_reset: z.object({ email: z.email(), locale }),
  verify_email: z.object({ user_id: z.uuid(), is_new: z.boolean().optional(), locale }),
  sign_in_link: z.object({ email: z.email(), remember_me: z.boolean(), next: z.string().max(500), locale }),
  change_email: z.object({ user_id: z.uuid(), session_id: z.uuid(), email: z.email(), locale }),
  delete_avatar: z.object({ user_id: z.uuid(), version: z.uuid() }),
  delete_logo: z.object({ version: z.uuid() }),
  alert_owner: z.object({
    user_id: z.uuid(),
    session_id: z.uuid().optional(),
    alert: z.enum(ALERTS),
    provider: z.string().max(40).optional(),
    user_agent: z.string().max(500).optional(),
    address: z.string().max(45).optional(),
    locale,
  }),
};

export type JobKind = keyof typeof JOB_PAYLOADS;

export type JobPayload<K extends JobKind> = z.output<(typeof JOB_PAYLOADS)[K]>;

export const JOB_KINDS = Object.keys(JOB_PAYLOADS) as [JobKind, ...JobKind[]];

export const JOB_STATES = ["waiting", "running", "failed", "done"] as const;
