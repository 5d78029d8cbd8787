import { database } from "@/db/client";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { insertSession, newSession } from "@/domain/sessions/new-session";
import { type SignedIn, signedIn } from "@/domain/sign-in/register";
import { asConflict } from "@/domain/users/conflict";
import { type User, userSelectList } from "@/domain/users/user";
import { Problem } from "@/lib/errors";
import { hashPassword } from "@/lib/hashing";
import { inOneGo, layFoundation } from "./foundation";
import { needsSetupToken, requireSetupToken } from "./setup-token";
import { usernameFromEmail } from "./username";

export async function isSetUp(): Promise<boolean> {
  const rows = await database()`select 1 from system_config where key = 'setup'`;
  return rows.length > 0;
}

export async function requireFreshInstallation() {
  if (await isSetUp()) throw new Problem("SETUP_ALREADY_COMPLETED");
}

export async function getSetupStatus() {
  const isComplete = await isSetUp();
  return { is_complete: isComplete, requires_token: !isComplete && needsSetupToken() };
}

export type Provider = { id: string; name: string; created_at: Date; updated_at: Date };

export type Initialization = {
  organization_name: string;
  admin_email: string;
  admin_password: string;
  admin_username?: string;
  admin_full_name?: string | null;
  admin_time_zone?: string;
  setup_token?: string;
};

/** Completes the first-run setup: one statement, so it is done once and whole, whoever races and whatever crashes. */
export async function completeSetup(
  given: Initialization,
  clientInfo: ClientInfo,
): Promise<SignedIn & { provider: Provider }> {
  await requireFreshInstallation();
  await requireSetupToken(given.setup_token);
  const foundation = {
    organizationName: given.organization_name,
    email: given.admin_email,
    username: given.admin_username ?? usernameFromEmail(given.admin_email),
    fullName: given.admin_full_name ?? null,
    timeZone: given.admin_time_zone ?? "UTC",
    hashedPassword: await hashPassword(given.admin_password),
  };
  const session = await newSession({ persistent: false, clientInfo });
  const row = await inOneGo(
    (sql) =>
      sql<(User & Record<`provider_${string}`, unknown>)[]>`
      with ${layFoundation(sql, foundation)}, ${insertSession(sql, session, sql`select id from u`)}, ${recordEvents(
        sql,
        clientInfo,
        sql`select 'setup.completed', user_id, user_id, id, null from started
          union all select 'session.started', user_id, user_id, id, null from started`,
      )}
      select ${sql.unsafe(userSelectList)}, started.expires_at, p.name as provider_name,
        p.created_at as provider_created_at, p.updated_at as provider_updated_at
      from u, p, started
    `,
  ).catch((error) => {
    throw asConflict(error);
  });
  if (row === undefined) throw new Problem("SETUP_ALREADY_COMPLETED");
  const { provider_name, provider_created_at, provider_updated_at, ...user } = row;
  return {
    ...(await signedIn(user as User, session)),
    provider: {
      id: row.provider_id,
      name: provider_name as string,
      created_at: provider_created_at as Date,
      updated_at: provider_updated_at as Date,
    },
  };
}
