import { database } from "@/db/client";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import type { SessionOwner } from "@/domain/sessions/sessions";
import { underAdminLock } from "@/domain/users/last-admin";
import { lockUser } from "@/domain/users/user-lock";
import { Problem } from "@/lib/errors";
import { requirePassword } from "./password";

/** Deletes one's own account: the row stays, so that the e-mail can't be taken over, and nothing opens it any more. */
export async function deleteAccount({
  owner,
  password,
  clientInfo,
}: {
  owner: SessionOwner;
  password?: string;
  clientInfo: ClientInfo;
}) {
  const { user, sessionId } = owner;
  const current = await requirePassword(user.id, password, "password");
  const deleted = await underAdminLock(async (sql) => {
    const locked = lockUser(sql, user.id);
    const rows = sql`
      with gone as (
        update users set deleted_at = now()
        where id = ${user.id} and deleted_at is null and hashed_password is not distinct from ${current}
          and (role <> 'admin' or exists (
            select 1 from users o
            where o.role = 'admin' and o.is_active and o.deleted_at is null and o.id <> ${user.id}
          ))
        returning id
      ), ended as (
        update sessions set revoked_at = now(), revoked_reason = 'account deleted'
        from gone where user_id = gone.id and revoked_at is null
      ), ${recordEvents(sql, clientInfo, sql`select 'account.deleted', id, id, ${sessionId}::uuid, null from gone`)}
      select id from gone
    `;
    return (await Promise.all([locked, rows]))[1];
  });
  if (deleted.length > 0) return;
  const [still] = await database()<{ unchanged: boolean }[]>`
    select hashed_password is not distinct from ${current} as unchanged
    from users where id = ${user.id} and deleted_at is null
  `;
  if (still === undefined) throw new Problem("SESSION_REVOKED");
  // Somebody else changed it while we hashed: what was typed is no longer the current one.
  if (!still.unchanged) throw new Problem("WRONG_PASSWORD", { field: "password" });
  throw new Problem("LAST_ADMIN");
}
