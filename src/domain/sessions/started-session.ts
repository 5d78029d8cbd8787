import type { User } from "@/domain/users/user";
import { createAccessToken } from "./create-access-token";
import { deriveRefreshToken } from "./refresh-token";

/** A session as its owner gets it: the two tokens, and what their cookies need to know. */
export type SessionTokens = {
  accessToken: string;
  accessExpiresInSeconds: number;
  refreshToken: string;
  expiresAt: Date;
  persistent: boolean;
};

type SessionRow = {
  id: string;
  generation: number;
  expires_at: Date;
  authenticated_at: Date;
  persistent: boolean;
};

export async function tokensOf(
  session: SessionRow,
  user: Pick<User, "id" | "provider_id" | "email" | "role">,
): Promise<SessionTokens> {
  const [access, refreshToken] = await Promise.all([
    createAccessToken({
      sessionId: session.id,
      userId: user.id,
      providerId: user.provider_id,
      email: user.email,
      role: user.role,
      sessionExpiresAt: session.expires_at,
      authenticatedAt: session.authenticated_at,
    }),
    deriveRefreshToken(session.id, session.generation),
  ]);
  return {
    accessToken: access.token,
    accessExpiresInSeconds: access.expiresInSeconds,
    refreshToken,
    expiresAt: session.expires_at,
    persistent: session.persistent,
  };
}
