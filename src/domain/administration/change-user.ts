import type { Sql } from "postgres";
import type { z } from "zod";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { underAdminLock } from "@/domain/users/last-admin";
import { Problem } from "@/lib/errors";
import type { userChangeSchema } from "./inputs";
import { getKnownUser, type KnownUser } from "./list-users";

type Status = { role: "user" | "admin"; is_active: boolean };

type Change = {
  actorId: string;
  userId: string;
  change: z.output<typeof userChangeSchema>;
  clientInfo: ClientInfo;
};

/**
 * Gives and takes the role, disables and enables. Whom it is done to notices at their next request; a disabled person's
 * sessions end for good, so that enabling brings none of them back.
 */
export async function changeUser({ actorId, userId, change, clientInfo }: Change): Promise<KnownUser> {
  await underAdminLock(async (sql) => {
    // Locked before the sessions are looked at: a sign-in that is under way holds this row, and its session is seen after.
    const [before] = await sql<Status[]>`
      select role, is_active from users where id = ${userId} and deleted_at is null for no key update
    `;
    if (before === undefined) throw new Problem("NOT_FOUND");
    const after = { ...before, ...change };
    if (isAdmin(before) && !isAdmin(after)) await requireOtherAdmin(sql, userId);
    await write(sql, { actorId, userId, before, after, clientInfo });
  });
  return getKnownUser(userId);
}

function isAdmin({ role, is_active }: Status) {
  return role === "admin" && is_active;
}

async function requireOtherAdmin(sql: Sql, userId: string) {
  const others = await sql`
    select 1 from users where role = 'admin' and is_active and deleted_at is null and id <> ${userId} limit 1
  `;
  if (others.length === 0) throw new Problem("LAST_ADMIN");
}

type Writing = { actorId: string; userId: string; before: Status; after: Status; clientInfo: ClientInfo };

/** Each thing that really changes is an event; what is asked for and already so is none. */
async function write(sql: Sql, { actorId, userId, before, after, clientInfo }: Writing) {
  const disables = before.is_active && !after.is_active;
  await sql`
    with changed as (
      update users set role = ${after.role}, is_active = ${after.is_active}
      where id = ${userId} and (role, is_active) is distinct from (${after.role}, ${after.is_active})
      returning id
    ), ended as (
      update sessions set revoked_at = now(), revoked_reason = 'account disabled'
      where user_id = ${userId} and revoked_at is null and ${disables}
      returning expires_at
    ), ${recordEvents(
      sql,
      clientInfo,
      sql`
        select 'role.changed', ${actorId}::uuid, id, null::uuid, ${JSON.stringify({ from: before.role, to: after.role })}
        from changed where ${before.role !== after.role}
        union all
        select 'account.disabled', ${actorId}::uuid, id, null::uuid,
          jsonb_build_object('sessions', (select count(*) from ended where expires_at > now()))::text
        from changed where ${disables}
        union all
        select 'account.enabled', ${actorId}::uuid, id, null::uuid, null
        from changed where ${!before.is_active && after.is_active}
      `,
    )}
    select 1
  `;
}
