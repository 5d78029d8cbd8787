import { database } from "@/db/client";
import { recordEvents } from "@/domain/audit/audit";
import type { Visit } from "@/domain/visit";
import { Fault } from "@/lib/errors";
import { asConflict } from "./conflict";
import { type User, userSelectList } from "./user";

export type Profile = {
  full_name?: string | null;
  username?: string;
  locale?: string | null;
  time_zone?: string;
};

const COLUMNS = ["full_name", "username", "locale", "time_zone"] as const;

/** Changes what a person says of themselves. The event names the fields, not what stands in them. */
export async function changeProfile(options: {
  userId: string;
  profile: Profile;
  visit: Visit;
}): Promise<User> {
  const { userId, profile, visit } = options;
  const given = COLUMNS.filter((column) => profile[column] !== undefined);
  const sql = database();
  if (given.length === 0) return getUser(userId);
  const rows = await sql<User[]>`
    with u as (
      update users set ${sql(profile as Record<string, string | null>, ...given)}
      where id = ${userId} and deleted_at is null
      returning *
    ), ${recordEvents(
      sql,
      visit,
      sql`select 'profile.changed', id, id, null::uuid, ${JSON.stringify({ fields: given })} from u`,
    )}
    select ${sql.unsafe(userSelectList)} from u
  `.catch((error) => {
    throw asConflict(error);
  });
  return rows[0] ?? gone();
}

export async function getUser(userId: string): Promise<User> {
  const sql = database();
  const [user] = await sql<User[]>`
    select ${sql.unsafe(userSelectList)} from users u where id = ${userId} and deleted_at is null
  `;
  return user ?? gone();
}

function gone(): never {
  throw new Fault("NOT_FOUND");
}
