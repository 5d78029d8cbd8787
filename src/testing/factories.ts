import { randomUUID } from "node:crypto";
import { db } from "@/db/client";
import { database } from "@/db/pool";
import { identities, sessions, users } from "@/db/tables";
import { deriveRefreshToken, hashRefreshToken } from "@/domain/sessions/refresh-token";
import { type SessionTokens, tokensOf } from "@/domain/sessions/started-session";
import { type User, userColumns } from "@/domain/users/user";
import { hashPassword } from "@/lib/hashing";

// Rows as the product itself leaves them, each with a name of its own. What a test is about it says by overrides.

/** What everybody made here signs in with. */
export const PASSWORD = "a lantern on the quay";

const DAY_MS = 86_400_000;

let count = 0;

/** The organization, as the first-run setup leaves it. Again, it only changes who may register. */
export async function setUpOrganization({ registration = "open" } = {}): Promise<string> {
  const sql = database();
  await sql`
    insert into providers (name) select 'Example Ltd' where not exists (select 1 from providers)
  `;
  await sql`
    insert into system_config (key, value) values
      ('setup', jsonb_build_object('completed_at', now())),
      ('organization', jsonb_build_object('registration', ${registration}::text))
    on conflict (key) do update set value = excluded.value
  `;
  const [provider] = await sql<{ id: string }[]>`select id from providers`;
  if (!provider) throw new Error("No organization was made");
  return provider.id;
}

type UserOverrides = Partial<typeof users.$inferInsert> & { password?: string | null };

export type TestUser = User & { password: string };

/** Somebody with an account. `password: null` signs in through a linked account only. */
export async function createUser(overrides: UserOverrides = {}): Promise<TestUser> {
  const { password = PASSWORD, ...columns } = overrides;
  count++;
  const [user] = await db
    .insert(users)
    .values({
      email: `person${count}@example.com`,
      username: `person${count}`,
      hashedPassword: password === null ? null : await hashPassword(password),
      providerId: columns.providerId ?? (await setUpOrganization()),
      ...columns,
    })
    .returning(userColumns);
  if (!user) throw new Error("No user was made");
  if (password === null) await linkAccount(user.id);
  return { ...user, password: password ?? "" };
}

async function linkAccount(userId: string) {
  await db
    .insert(identities)
    .values({ userId, type: "oauth", provider: "example", providerAccountId: userId } as never);
}

type SessionOverrides = Partial<typeof sessions.$inferInsert>;

export type TestSession = SessionTokens & { id: string };

/** A session of somebody, without a sign-in: the row, and the tokens that its generation stands for. */
export async function startSession(user: User, overrides: SessionOverrides = {}): Promise<TestSession> {
  const id = overrides.id ?? randomUUID();
  const generation = overrides.generation ?? 0;
  const [row] = await db
    .insert(sessions)
    .values({
      id,
      userId: user.id,
      refreshTokenHash: hashRefreshToken(await deriveRefreshToken(id, generation)),
      expiresAt: new Date(Date.now() + DAY_MS),
      ...overrides,
    })
    .returning({
      id: sessions.id,
      generation: sessions.generation,
      expires_at: sessions.expiresAt,
      authenticated_at: sessions.authenticatedAt,
      persistent: sessions.persistent,
    });
  if (!row) throw new Error("No session was made");
  return { id, ...(await tokensOf(row, user)) };
}

/** What was written down about somebody, oldest first. */
export async function actionsOf(subjectId: string): Promise<string[]> {
  const rows = await database()<{ action: string }[]>`
    select action from audit_events where subject_id = ${subjectId} order by id
  `;
  return rows.map(({ action }) => action);
}

/** The sessions of somebody that can still be used. */
export async function countLiveSessions(userId: string): Promise<number> {
  const [row] = await database()<{ count: number }[]>`
    select count(*)::int from sessions where user_id = ${userId} and revoked_at is null and expires_at > now()
  `;
  return row?.count ?? 0;
}

/** Back to before the first-run setup. */
export async function forgetEverything() {
  const people = ["mails", "invitations", "users", "providers"];
  await emptyTables(...people, "system_config", "attempt_counters", "audit_events");
}

/**
 * By deleting, which is a tenth of the work of truncating where there are few rows: that makes new files for each table and index.
 * From events nothing can be deleted.
 */
export async function emptyTables(...tables: string[]) {
  const statements = tables.map((table) =>
    table === "audit_events"
      ? "do $$ begin if exists (select from audit_events) then truncate audit_events; end if; end $$;"
      : `delete from ${table};`,
  );
  await database().unsafe(statements.join("\n")).simple();
}
