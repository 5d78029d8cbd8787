import { type SessionTokens, tokensOf } from "@/domain/sessions/started-session";
import type { User } from "@/domain/users/user";
import type { KnownAccount } from "./device";

/** `device`: by what the browser is known from now on. */
export type SignedIn = { user: User; tokens: SessionTokens; device: KnownAccount };

type Started = {
  user: User;
  session: { id: string; persistent: boolean };
  started: { expiresAt: Date; authenticatedAt: Date; deviceGeneration: number };
};

/** What somebody gets whose session has just begun. */
export async function signedIn({ user, session, started }: Started): Promise<SignedIn> {
  const { expiresAt, authenticatedAt, deviceGeneration } = started;
  const row = { ...session, generation: 0, expires_at: expiresAt, authenticated_at: authenticatedAt };
  const device = { userId: user.id, generation: deviceGeneration };
  return { user, tokens: await tokensOf(row, user), device };
}
