import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { db } from "../src/db/client";
import { auditEvents, providers, sessions, users } from "../src/db/tables";
import { deriveRefreshToken, hashRefreshToken } from "../src/domain/sessions/refresh-token";
import { type SessionTokens, tokensOf } from "../src/domain/sessions/started-session";
import { userColumns } from "../src/domain/users/user";
import { hash } from "../src/lib/hashing/digest.mjs";
import { hashParameters } from "../src/lib/hashing/parameters";
import { resetSettings } from "../src/lib/settings";

// People and sessions as rows of the installation under test: what a test is not about costs no requests and no hashing.

const DAY_MS = 86_400_000;

const hashes = new Map<string, string>();

/** The settings of the server under test (src/testing/runner/e2e-server.mjs), for what is made beside it. */
export function useInstallation() {
  const url = new URL(process.env.DATABASE_URL ?? "");
  url.pathname = "/gatehouse_e2e";
  resetSettings({
    DATABASE_URL: url.href,
    SECRET_KEY: process.env.E2E_SECRET_KEY ?? "",
    PORT: process.env.E2E_PORT ?? "",
  });
}

/** `password: null`: they came by an invitation or a link, and have none. */
type NewPerson = { email: string; username: string; fullName: string; password: string | null };

export async function insertPerson({ password, ...columns }: NewPerson) {
  const hashedPassword = password === null ? null : hashOf(password);
  const [organization] = await db.select({ id: providers.id }).from(providers);
  if (!organization) throw new Error("Nobody has set the installation up.");
  const [user] = await db
    .insert(users)
    .values({ ...columns, hashedPassword, providerId: organization.id, emailVerifiedAt: new Date() })
    .returning({ id: users.id });
  if (!user) throw new Error("Nobody was made.");
  // What registering leaves in the trail.
  await db.insert(auditEvents).values({ action: "account.registered", actorId: user.id, subjectId: user.id });
}

export async function idOf(email: string): Promise<string> {
  const [user] = await db.select({ id: users.id }).from(users).where(eq(users.email, email));
  if (!user) throw new Error(`There is nobody by the address ${email}.`);
  return user.id;
}

function hashOf(password: string) {
  const known = hashes.get(password) ?? hash(password, hashParameters());
  hashes.set(password, known);
  return known;
}

export async function insertSession(
  email: string,
  { persistent = false, authenticatedAt = new Date() } = {},
): Promise<SessionTokens> {
  const [user] = await db.select(userColumns).from(users).where(eq(users.email, email));
  if (!user) throw new Error(`There is nobody by the address ${email}.`);
  const id = randomUUID();
  const expiresAt = new Date(Date.now() + (persistent ? 30 : 1) * DAY_MS);
  const refreshTokenHash = hashRefreshToken(await deriveRefreshToken(id, 0));
  const row = { id, userId: user.id, refreshTokenHash, persistent, expiresAt, authenticatedAt };
  await db.insert(sessions).values(row);
  return tokensOf(
    { id, generation: 0, expires_at: expiresAt, authenticated_at: authenticatedAt, persistent },
    user,
  );
}
