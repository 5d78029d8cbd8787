const HOUR_SECONDS = 3_600;
const DAY_SECONDS = 24 * HOUR_SECONDS;

/** What a proof sent by mail is good for, and for how long. */
export const PROOF_SECONDS = {
  verify_email: DAY_SECONDS,
  reset: HOUR_SECONDS,
  not_me: 7 * DAY_SECONDS,
} as const;

export type ProofPurpose = keyof typeof PROOF_SECONDS;
