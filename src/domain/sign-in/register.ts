import { database } from "@/db/client";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { type RegistrationState, registrationNow } from "@/domain/organization/registration";
import { insertSession, newSession } from "@/domain/sessions/new-session";
import { type SessionTokens, tokensOf } from "@/domain/sessions/started-session";
import { asConflict } from "@/domain/users/conflict";
import { type User, userSelectList } from "@/domain/users/user";
import { Problem } from "@/lib/errors";
import { hashPassword } from "@/lib/hashing";

export type Registration = {
  email: string;
  username: string;
  password: string;
  full_name?: string | null;
  time_zone?: string;
};

export type SignedIn = { user: User; tokens: SessionTokens };

/** Makes an account and signs it in: user, session and audit events in one statement, so all of it or nothing. */
export async function register(registration: Registration, clientInfo: ClientInfo): Promise<SignedIn> {
  const { email, username, password } = registration;
  await requireOpenRegistration({ email, username });
  const hash = await hashPassword(password);
  const session = await newSession({ persistent: false, clientInfo });
  const sql = database();
  const rows = await sql<User[]>`
    with u as (
      insert into users (email, username, hashed_password, full_name, time_zone, provider_id)
      select ${email}, ${username}, ${hash}, ${registration.full_name ?? null}, ${registration.time_zone ?? "UTC"}, id
      from providers limit 1
      returning *
    ), ${insertSession(sql, session, sql`select id from u`)}, ${recordEvents(
      sql,
      clientInfo,
      sql`select 'account.registered', user_id, user_id, id, null from started
        union all select 'session.started', user_id, user_id, id, null from started`,
    )}
    select ${sql.unsafe(userSelectList)}, started.expires_at from u, started
  `.catch((error) => {
    throw asConflict(error);
  });
  return signedIn(rows[0], session);
}

type Row = User & { expires_at: Date };

export async function signedIn(
  row: User | undefined,
  session: { id: string; persistent: boolean },
): Promise<SignedIn> {
  if (row === undefined) throw new Problem("SETUP_REQUIRED");
  const { expires_at, ...user } = row as Row;
  const tokens = await tokensOf(
    { id: session.id, generation: 0, expires_at, persistent: session.persistent },
    user,
  );
  return { user, tokens };
}

type RegistrationStatus = {
  is_set_up: boolean;
  registration: RegistrationState;
  email_taken: boolean;
  username_taken: boolean;
};

/** Said before anything is hashed; the insert's own indexes decide where two ask at once. */
async function requireOpenRegistration({ email, username }: { email: string; username: string }) {
  const sql = database();
  const [status] = await sql<[RegistrationStatus]>`
    select exists (select 1 from providers) as is_set_up,
      ${registrationNow(sql)} as registration,
      exists (select 1 from users where lower(email) = lower(${email})) as email_taken,
      exists (select 1 from users where lower(username) = lower(${username})) as username_taken
  `;
  if (!status.is_set_up) throw new Problem("SETUP_REQUIRED");
  if (status.registration === "closed") throw new Problem("REGISTRATION_CLOSED");
  if (status.email_taken) throw new Problem("EMAIL_ALREADY_EXISTS", { field: "email" });
  if (status.username_taken) throw new Problem("USERNAME_ALREADY_EXISTS", { field: "username" });
}
