import type { Sql } from "postgres";
import { database } from "@/db/client";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { type RegistrationState, registrationNow } from "@/domain/organization/registration";
import { insertSession, type NewSession, newSession } from "@/domain/sessions/new-session";
import { endSessionsOverLimit } from "@/domain/sessions/session-limit";
import { type SignedIn, signedIn } from "@/domain/sign-in/register";
import { violatedIndex } from "@/domain/users/conflict";
import { type User, userSelectList } from "@/domain/users/user";
import { lockUser } from "@/domain/users/user-lock";
import { Problem } from "@/lib/errors";
import type { Identity, Refused } from "./identity";
import { usernameCandidates } from "./username";

const MOST_TRIES = 8;

/**
 * Signs in whom a provider vouches for, and makes the account at the first time. An e-mail that has an account already
 * is not proof enough to open it: whoever has its password links the identity from inside.
 */
export async function enterByIdentity(
  identity: Identity,
  clientInfo: ClientInfo,
): Promise<SignedIn | Refused> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const status = await readStatus(identity);
    const refused = judge(status, identity);
    if (refused) return refused;
    const session = await newSession({ persistent: false, clientInfo });
    const user = status.user_id
      ? await startSession({ userId: status.user_id, identity, session })
      : await makeUser(identity, session);
    if (user) return signedIn(user, session);
    // Somebody was quicker with the name, the e-mail or the very same identity: look again.
  }
  throw new Problem("SERVICE_UNAVAILABLE", { retryAfterSeconds: 1 });
}

type Status = {
  is_set_up: boolean;
  registration: RegistrationState;
  user_id: string | null;
  usable: boolean;
  email_owner: string | null;
};

async function readStatus({ provider, subject, email }: Identity): Promise<Status> {
  const sql = database();
  const [status] = await sql<[Status]>`
    select exists (select 1 from providers) as is_set_up,
      ${registrationNow(sql)} as registration,
      u.id as user_id, coalesce(u.is_active and u.deleted_at is null, false) as usable,
      (select id from users where lower(email) = lower(${email})) as email_owner
    from (select 1) as one
    left join accounts a on a.provider = ${provider} and a.provider_account_id = ${subject}
    left join users u on u.id = a.user_id
  `;
  return status;
}

function judge(status: Status, { email }: Identity): Refused | null {
  const { is_set_up, registration, user_id, usable, email_owner } = status;
  if (!is_set_up) throw new Problem("SETUP_REQUIRED");
  if (user_id) return usable ? null : { refusal: "account_closed", subjectId: user_id };
  if (email === null) return { refusal: "no_verified_email", subjectId: null };
  if (email_owner) return { refusal: "email_taken", subjectId: email_owner };
  return registration === "closed" ? { refusal: "registration_closed", subjectId: null } : null;
}

type Start = { userId: string; identity: Identity; session: NewSession };

/** Undefined where the account or its link changed meanwhile. */
async function startSession({ userId, identity, session }: Start): Promise<User | undefined> {
  const { provider, subject } = identity;
  return database().begin(async (transaction) => {
    const sql = transaction as unknown as Sql;
    const locked = lockUser(sql, userId);
    const started = sql<User[]>`
      with u as (
        select * from users
        where id = ${userId} and is_active and deleted_at is null and exists (
          select 1 from accounts
          where user_id = ${userId} and provider = ${provider} and provider_account_id = ${subject}
        )
      ), ${insertSession(sql, session, sql`select id from u`)}, ${endSessionsOverLimit(sql, userId)}, ${recordEvents(
        sql,
        session.clientInfo,
        sql`select 'session.started', user_id, user_id, id, ${JSON.stringify({ provider })} from started
          union all select 'session.revoked', null, user_id, id, '{"reason":"too many sessions"}' from over_limit`,
      )}
      select ${sql.unsafe(userSelectList)}, started.expires_at from u, started
    `;
    return (await Promise.all([locked, started]))[1][0];
  });
}

/** User, link, session and events in one statement: all of it or nothing. Undefined where something of it is taken. */
async function makeUser(identity: Identity, session: NewSession): Promise<User | undefined> {
  const { provider, type, subject, email, fullName, nicknames } = identity;
  const detail = JSON.stringify({ provider });
  const sql = database();
  try {
    const [user] = await sql<User[]>`
      with free as (
        select name from unnest(${usernameCandidates(nicknames)}::text[]) with ordinality as candidate (name, place)
        where not exists (select 1 from users where lower(username) = lower(name))
        order by place limit 1
      ), u as (
        insert into users (email, username, full_name, email_verified_at, provider_id)
        select ${email}, free.name, ${fullName}, now(), providers.id from providers, free limit 1
        returning *
      ), linked as (
        insert into accounts (user_id, type, provider, provider_account_id)
        select id, ${type}::text, ${provider}::text, ${subject}::text from u
      ), ${insertSession(sql, session, sql`select id from u`)}, ${recordEvents(
        sql,
        session.clientInfo,
        sql`select 'account.registered', user_id, user_id, id, ${detail} from started
          union all select 'identity.linked', user_id, user_id, id, ${detail} from started
          union all select 'session.started', user_id, user_id, id, ${detail} from started`,
      )}
      select ${sql.unsafe(userSelectList)}, started.expires_at from u, started
    `;
    return user;
  } catch (error) {
    if (violatedIndex(error) === null) throw error;
    return undefined;
  }
}
