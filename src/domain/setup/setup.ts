import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { database } from "@/db/client";
import { asConflict } from "@/domain/accounts/conflict";
import { type SignedIn, signedIn } from "@/domain/accounts/register";
import { type User, userSelectList } from "@/domain/accounts/user";
import { recordEvents } from "@/domain/audit/audit";
import { insertSession, newSession } from "@/domain/sessions/new-session";
import type { Visit } from "@/domain/visit";
import { Fault } from "@/lib/errors";
import { hashPassword } from "@/lib/hashing";
import { settings } from "@/lib/settings";
import { usernameFromEmail } from "./username";

const LOOPBACK_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/;

/** A server that only this machine reaches needs no proof of who sets it up. */
function needsToken() {
  const { SETUP_TOKEN, HOST } = settings();
  return SETUP_TOKEN !== undefined || !LOOPBACK_HOST.test(HOST);
}

export async function isSetUp(): Promise<boolean> {
  const rows = await database()`select 1 from system_config where key = 'setup'`;
  return rows.length > 0;
}

export async function getSetupStatus() {
  const isComplete = await isSetUp();
  return { is_complete: isComplete, requires_token: !isComplete && needsToken() };
}

export type Provider = { id: string; name: string; created_at: Date; updated_at: Date };

export type Initialization = {
  organization_name: string;
  admin_email: string;
  admin_password: string;
  admin_username?: string;
  admin_full_name?: string | null;
  setup_token?: string;
};

/** Completes the first-run setup: one statement, so it is done once and whole, whoever races and whatever crashes. */
export async function completeSetup(
  given: Initialization,
  visit: Visit,
): Promise<SignedIn & { provider: Provider }> {
  if (await isSetUp()) throw new Fault("SETUP_ALREADY_COMPLETED");
  await requireSetupToken(given.setup_token);
  const email = given.admin_email;
  const username = given.admin_username ?? usernameFromEmail(email);
  const hash = await hashPassword(given.admin_password);
  const session = await newSession({ persistent: false, visit });
  const sql = database();
  const [row] = await sql<(User & Record<`provider_${string}`, unknown>)[]>`
    with claimed as (
      insert into system_config (key, value)
      values ('setup', jsonb_build_object('completed_at', now()))
      on conflict (key) do nothing
      returning key
    ), configured as (
      insert into system_config (key, value)
      select config.key, config.value from claimed, (values
        ('organization', jsonb_build_object('registration', ${settings().REGISTRATION}::text)),
        ('isolation', '{"strategy":"schema-per-tenant","row_level_security":true}'::jsonb)
      ) as config (key, value)
      on conflict (key) do nothing
    ), spent as (
      delete from system_config where key = 'setup_token' and exists (select 1 from claimed)
    ), p as (
      insert into providers (name) select ${given.organization_name} from claimed returning *
    ), u as (
      insert into users (email, username, hashed_password, full_name, role, provider_id)
      select ${email}, ${username}, ${hash}, ${given.admin_full_name ?? null}, 'admin', id from p
      returning *
    ), ${insertSession(sql, session, sql`select id from u`)}, ${recordEvents(
      sql,
      visit,
      sql`select 'setup.completed', user_id, user_id, id, null from started
        union all select 'session.started', user_id, user_id, id, null from started`,
    )}
    select ${sql.unsafe(userSelectList)}, started.expires_at, p.name as provider_name,
      p.created_at as provider_created_at, p.updated_at as provider_updated_at
    from u, p, started
  `.catch((error) => {
    throw asConflict(error);
  });
  if (row === undefined) throw new Fault("SETUP_ALREADY_COMPLETED");
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

function hashToken(token: string) {
  return createHash("sha256").update(token).digest("hex");
}

async function requireSetupToken(typed: string | undefined) {
  if (!needsToken()) return;
  const { SETUP_TOKEN } = settings();
  const expected = SETUP_TOKEN === undefined ? await findTokenHash() : hashToken(SETUP_TOKEN);
  const given = hashToken(typed ?? "");
  if (expected === undefined || !timingSafeEqual(Buffer.from(expected), Buffer.from(given))) {
    throw new Fault("INVALID_SETUP_TOKEN", { field: "setup_token" });
  }
}

async function findTokenHash(): Promise<string | undefined> {
  const [row] = await database()<{ hash: string }[]>`
    select value ->> 'sha256' as hash from system_config where key = 'setup_token'
  `;
  return row?.hash;
}

/**
 * Makes the setup token where one is needed and none is there; of many instances that boot at once one makes it, and
 * only that one is told it, for its log. `renew` makes another in place of one that was lost.
 */
export async function makeSetupToken({ renew = false } = {}): Promise<string | null> {
  if (!needsToken() || settings().SETUP_TOKEN !== undefined || (await isSetUp())) return null;
  const token = randomBytes(16).toString("hex");
  const rows = await database()`
    insert into system_config (key, value) values ('setup_token', jsonb_build_object('sha256', ${hashToken(token)}::text))
    on conflict (key) do update set value = excluded.value where ${renew}
    returning key
  `;
  return rows.length > 0 ? token : null;
}
