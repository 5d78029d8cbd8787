import { database } from "@/db/client";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { Problem } from "@/lib/errors";
import { hashPassword } from "@/lib/hashing";
import { inOneGo, layFoundation } from "./foundation";
import type { Initialization } from "./setup";
import { usernameFromEmail } from "./username";

/** `taken`: the e-mail is somebody's who is no administrator, and nobody is made one for having registered first. */
export type SeedOutcome = "set up" | "added" | "present" | "taken";

/**
 * Makes sure that there is this administrator, and the organization where there is none. For whoever runs the server:
 * no token is asked for, and nobody is signed in. Says what it did; a second time that is nothing.
 */
export async function seedAdmin(
  given: Omit<Initialization, "setup_token">,
  clientInfo: ClientInfo,
): Promise<SeedOutcome> {
  const known = await findOutcome(given.admin_email);
  if (known !== null) return known;
  const foundation = {
    organizationName: given.organization_name,
    email: given.admin_email,
    username: given.admin_username ?? usernameFromEmail(given.admin_email),
    fullName: given.admin_full_name ?? null,
    timeZone: given.admin_time_zone ?? "UTC",
    hashedPassword: await hashPassword(given.admin_password),
  };
  const founded = await inOneGo(
    (sql) => sql`
      with ${layFoundation(sql, foundation)}, ${recordEvents(
        sql,
        clientInfo,
        sql`select 'setup.completed', null::uuid, id, null::uuid, '{"by":"seed:admin"}' from u`,
      )}
      select id from u
    `,
  );
  if (founded) return "set up";
  const sql = database();
  // No conflict target: whether e-mail or username stood in the way is asked afterwards.
  const [added] = await sql`
    with u as (
      insert into users (email, username, hashed_password, full_name, time_zone, role, provider_id)
      select ${foundation.email}, ${foundation.username}, ${foundation.hashedPassword}, ${foundation.fullName},
        ${foundation.timeZone}, 'admin', id
      from providers limit 1
      on conflict do nothing
      returning id
    ), ${recordEvents(
      sql,
      clientInfo,
      sql`select 'account.created', null::uuid, id, null::uuid, '{"by":"seed:admin","role":"admin"}' from u`,
    )}
    select id from u
  `;
  if (added) return "added";
  const found = await findOutcome(given.admin_email);
  if (found === null) throw new Problem("USERNAME_ALREADY_EXISTS", { field: "admin_username" });
  return found;
}

async function findOutcome(email: string): Promise<"present" | "taken" | null> {
  const [row] = await database()<{ is_admin: boolean }[]>`
    select role = 'admin' and is_active and deleted_at is null as is_admin
    from users where lower(email) = lower(${email})
  `;
  if (row === undefined) return null;
  return row.is_admin ? "present" : "taken";
}
