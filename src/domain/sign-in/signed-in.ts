import { type SessionTokens, tokensOf } from "@/domain/sessions/started-session";
import type { User } from "@/domain/users/user";

export type SignedIn = { user: User; tokens: SessionTokens };

type Started = { user: User; session: { id: string; persistent: boolean }; expiresAt: Date };

/** What somebody gets whose session has just begun. */
export async function signedIn({ user, session, expiresAt }: Started): Promise<SignedIn> {
  const row = { id: session.id, generation: 0, expires_at: expiresAt, persistent: session.persistent };
  return { user, tokens: await tokensOf(row, user) };
}
