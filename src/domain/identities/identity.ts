import type { ProviderId } from "./providers";

/** Whom a provider vouches for, in our words. */
export type Identity = {
  provider: ProviderId;
  type: "oauth" | "oidc";
  /** Theirs for good: the one thing by which somebody is known again. */
  subject: string;
  /** Canonical. Null unless the provider says that it is verified. */
  email: string | null;
  fullName: string | null;
  /** What a username could be made of, the best first. */
  nicknames: string[];
  /** When the provider last asked them who they are, by our clock. Many don't say. */
  authenticatedAt?: Date;
};

/** Why nothing came of it. Each is a sentence of the pages (messages: `providers.notices`) and stands in the audit trail. */
export const PROBLEMS = [
  "denied",
  "expired",
  "unavailable",
  "failed",
  "no_verified_email",
  "email_taken",
  "account_closed",
  "registration_closed",
  "invitation_void",
  "not_invited",
  "belongs_to_other",
  "other_linked",
  "session_changed",
  "not_asked_again",
  "other_identity",
] as const;

export type Refusal = (typeof PROBLEMS)[number];

/** `subjectId`: whose account it concerns, where that is known. */
export type Refused = { refusal: Refusal; subjectId: string | null };
