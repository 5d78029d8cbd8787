/** Everything that leaves a trace. The name is the past of what was done. */
export const AUDIT_ACTIONS = [
  "setup.completed",
  "account.registered",
  "account.created",
  "account.disabled",
  "account.enabled",
  "account.deleted",
  "account.restored",
  "account.purged",
  "profile.changed",
  "password.changed",
  "password.reset",
  "email.verified",
  "identity.linked",
  "identity.unlinked",
  "identity.refused",
  "role.changed",
  "organization.changed",
  "job.retried",
  "session.started",
  "session.refused",
  "session.ended",
  "session.revoked",
  "session.replayed",
] as const;

export type AuditAction = (typeof AUDIT_ACTIONS)[number];
