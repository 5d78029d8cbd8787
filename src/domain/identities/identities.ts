import type { Sql } from "postgres";
import { database } from "@/db/client";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import type { SessionOwner } from "@/domain/sessions/sessions";
import { lockUser } from "@/domain/users/user-lock";
import { Problem } from "@/lib/errors";
import type { Identity, Refused } from "./identity";
import { listProviders, providerName } from "./providers";

export type LinkedIdentity = { provider: string; name: string; linked_at: Date };

/** The identities by which somebody may sign in, the oldest first. */
export async function listIdentities(userId: string): Promise<LinkedIdentity[]> {
  const rows = await database()<{ provider: string; linked_at: Date }[]>`
    select provider, created_at as linked_at from accounts where user_id = ${userId} order by created_at, provider
  `;
  return rows.map((row) => ({ ...row, name: providerName(row.provider) }));
}

type Linking = { owner: SessionOwner; identity: Identity; clientInfo: ClientInfo };

/** Links an identity to the account of a live session; one of each provider. Again, it is linked already. */
export async function linkIdentity({ owner, identity, clientInfo }: Linking): Promise<Refused | null> {
  const { user, sessionId } = owner;
  const { provider, type, subject } = identity;
  const held = await database().begin(async (transaction) => {
    const sql = transaction as unknown as Sql;
    const locked = lockUser(sql, user.id);
    const linked = sql`
      with linked as (
        insert into accounts (user_id, type, provider, provider_account_id)
        select u.id, ${type}::text, ${provider}::text, ${subject}::text
        from users u join sessions s on s.user_id = u.id
        where u.id = ${user.id} and u.is_active and u.deleted_at is null
          and s.id = ${sessionId} and s.revoked_at is null and s.expires_at > now()
          and not exists (select 1 from accounts where user_id = u.id and provider = ${provider})
        on conflict (provider, provider_account_id) do nothing
        returning user_id
      ), ${recordEvents(
        sql,
        clientInfo,
        sql`select 'identity.linked', user_id, user_id, ${sessionId}::uuid, ${JSON.stringify({ provider })} from linked`,
      )}
      select user_id from linked
    `;
    // By a statement of its own, which sees what became of the one before.
    const held = sql<{ user_id: string; is_this: boolean }[]>`
      select user_id, provider_account_id = ${subject} as is_this from accounts
      where provider = ${provider} and (user_id = ${user.id} or provider_account_id = ${subject})
    `;
    return (await Promise.all([locked, linked, held]))[2];
  });
  const refuse = (refusal: Refused["refusal"]) => ({ refusal, subjectId: user.id });
  if (held.some(({ user_id, is_this }) => is_this && user_id !== user.id)) return refuse("belongs_to_other");
  if (held.some(({ is_this }) => !is_this)) return refuse("other_linked");
  return held.length > 0 ? null : refuse("session_changed");
}

type Unlinking = { owner: SessionOwner; provider: string; clientInfo: ClientInfo };

/** Takes a way in away, but never the last one that still leads in: a password, or a provider that is set up. */
export async function unlinkIdentity({ owner, provider, clientInfo }: Unlinking) {
  const { user, sessionId } = owner;
  const setUp = listProviders().map(({ id }) => id as string);
  const [unlinked, left] = await database().begin(async (transaction) => {
    const sql = transaction as unknown as Sql;
    const locked = lockUser(sql, user.id);
    const unlinked = sql`
      with unlinked as (
        delete from accounts
        where user_id = ${user.id} and provider = ${provider} and exists (
          select 1 from users u where u.id = ${user.id} and (u.hashed_password is not null or exists (
            select 1 from accounts other
            where other.user_id = u.id and other.provider <> ${provider} and other.provider = any(${setUp}::text[])
          ))
        )
        returning user_id
      ), ${recordEvents(
        sql,
        clientInfo,
        sql`select 'identity.unlinked', user_id, user_id, ${sessionId}::uuid, ${JSON.stringify({ provider })} from unlinked`,
      )}
      select user_id from unlinked
    `;
    const left = sql`select 1 from accounts where user_id = ${user.id} and provider = ${provider}`;
    const [, ...answers] = await Promise.all([locked, unlinked, left]);
    return answers;
  });
  if (unlinked.length === 0) throw new Problem(left.length > 0 ? "LAST_SIGN_IN_METHOD" : "NOT_FOUND");
}
