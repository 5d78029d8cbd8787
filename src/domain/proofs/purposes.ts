const HOUR_SECONDS = 3_600;
const DAY_SECONDS = 24 * HOUR_SECONDS;

/** What a proof sent by mail is good for, and for how long. */
export const PROOF_SECONDS = {
  verify_email: DAY_SECONDS,
  reset: HOUR_SECONDS,
  sign_in: 15 * 60,
  reauthenticate: 15 * 60,
  change_email: HOUR_SECONDS,
  undo_email: 7 * DAY_SECONDS,
  not_me: 7 * DAY_SECONDS,
} as const;

export type ProofPurpose = keyof typeof PROOF_SECONDS;

/** What somebody may be waiting for. The link in each alert isn't. */
export const OPEN_PURPOSES = [
  "verify_email",
  "reset",
  "sign_in",
  "reauthenticate",
  "change_email",
  "undo_email",
] as const satisfies ProofPurpose[];

/** Whether a new one makes an older one void. Each of those that undo is its own. */
export function isReplaced(purpose: ProofPurpose): boolean {
  return purpose !== "undo_email";
}
