import { database } from "@/db/client";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import type { SessionOwner } from "@/domain/sessions/sessions";
import { asConflict } from "@/domain/users/conflict";
import { type User, userSelectList } from "@/domain/users/user";
import { Problem } from "@/lib/errors";

export type Profile = {
  full_name?: string | null;
  username?: string;
  locale?: string | null;
  time_zone?: string;
};

const COLUMNS = ["full_name", "username", "locale", "time_zone"] as const;

/** Changes what a person says of themselves. The event names the fields, not what stands in them. */
export async function changeProfile(options: {
  owner: SessionOwner;
  profile: Profile;
  clientInfo: ClientInfo;
}): Promise<User> {
  const { owner, profile, clientInfo } = options;
  const given = COLUMNS.filter((column) => profile[column] !== undefined);
  const sql = database();
  if (given.length === 0) return owner.user;
  const rows = await sql<User[]>`
    with u as (
      update users set ${sql(profile as Record<string, string | null>, ...given)}
      where id = ${owner.user.id} and deleted_at is null
      returning *
    ), ${recordEvents(
      sql,
      clientInfo,
      sql`select 'profile.changed', id, id, ${owner.sessionId}::uuid, ${JSON.stringify({ fields: given })} from u`,
    )}
    select ${sql.unsafe(userSelectList)} from u
  `.catch((error) => {
    throw asConflict(error);
  });
  // Deleted since we asked who is asking.
  if (rows[0] === undefined) throw new Problem("SESSION_REVOKED");
  return rows[0];
}
