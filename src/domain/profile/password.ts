import type { Sql } from "postgres";
import { database } from "@/db/client";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import type { SessionOwner } from "@/domain/sessions/sessions";
import { isOwnName } from "@/domain/users/password-policy";
import type { User } from "@/domain/users/user";
import { lockUser } from "@/domain/users/user-lock";
import { Problem } from "@/lib/errors";
import { hashPassword, verifyPassword } from "@/lib/hashing";

type Change = { owner: SessionOwner; currentPassword?: string; newPassword: string; clientInfo: ClientInfo };

/** The first thing that is tried is the person's own name. Part of the validation: nobody pays an attempt for it. */
export function refuseOwnName({ newPassword, user }: { newPassword: string; user: User }) {
  if (isOwnName(newPassword, user)) {
    const problem = { field: "new_password", code: "PASSWORD_TOO_COMMON" } as const;
    throw new Problem("VALIDATION_ERROR", { problems: [problem] });
  }
}

/** Changes the password and ends every other session. Where none is set yet, the live session is proof enough. */
export async function changePassword({ owner, currentPassword, newPassword, clientInfo }: Change) {
  const { user, sessionId } = owner;
  const current = await requirePassword(user.id, currentPassword, "current_password");
  const hash = await hashPassword(newPassword);
  const changed = await database().begin(async (transaction) => {
    const sql = transaction as unknown as Sql;
    const locked = lockUser(sql, user.id);
    const rows = sql`
      with changed as (
        update users set hashed_password = ${hash}
        where id = ${user.id} and deleted_at is null and is_active
          and hashed_password is not distinct from ${current}
        returning id
      ), ended as (
        update sessions set revoked_at = now(), revoked_reason = 'password changed'
        from changed where user_id = changed.id and sessions.id <> ${sessionId} and revoked_at is null
      ), ${recordEvents(sql, clientInfo, sql`select 'password.changed', id, id, ${sessionId}::uuid, null from changed`)}
      select id from changed
    `;
    return (await Promise.all([locked, rows]))[1];
  });
  // Somebody else changed it while we hashed: what was typed is no longer the current one.
  if (changed.length === 0) throw new Problem("WRONG_PASSWORD", { field: "current_password" });
}

/** The stored hash that the typed password matches; null where no password is set. */
export async function requirePassword(
  userId: string,
  typed: string | undefined,
  field: string,
): Promise<string | null> {
  const [row] = await database()<{ hashed_password: string | null }[]>`
    select hashed_password from users where id = ${userId} and deleted_at is null
  `;
  if (row === undefined) throw new Problem("SESSION_REVOKED");
  if (row.hashed_password === null) return null;
  const matches = typed !== undefined && (await verifyPassword(typed, row.hashed_password)).matches;
  if (!matches) throw new Problem("WRONG_PASSWORD", { field });
  return row.hashed_password;
}

/** Whether there is a password at all: who came by an identity provider has none until they set one. */
export async function hasPassword(userId: string): Promise<boolean> {
  const rows = await database()`select 1 from users where id = ${userId} and hashed_password is not null`;
  return rows.length > 0;
}
