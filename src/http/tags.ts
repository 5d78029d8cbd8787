/** The chapters of the API's document, in their order. Each endpoint names its own. */
export const TAGS = {
  Sessions: "Signing in, staying signed in, signing out.",
  Accounts: "One's own account: registration, profile, password, deletion, history.",
  Recovery: "Back into an account, and knowing that an email is its owner's: by links that are mailed.",
  Tasks: "What one means to do, and one's own tags for it.",
  Administration: "For administrators: everybody's accounts and sessions, the settings, the audit trail.",
  Setup: "The first run of an installation.",
  Service: "Whether the service runs, and what it offers.",
} as const;

export type Tag = keyof typeof TAGS;
