import type { Sql } from "postgres";
import { database } from "@/db/client";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { Problem } from "@/lib/errors";
import { type RegistrationState, registrationNow } from "./registration";

export type Organization = { organization_name: string; registration: RegistrationState };

/** Who runs this installation, and whether visitors may register. Null before the first-run setup. */
export async function findOrganization(sql = database()): Promise<Organization | null> {
  const [organization] = await sql<Organization[]>`
    select name as organization_name, ${registrationNow(sql)} as registration from providers limit 1
  `;
  return organization ?? null;
}

export async function getOrganization(sql = database()): Promise<Organization> {
  const organization = await findOrganization(sql);
  if (organization === null) throw new Problem("SETUP_REQUIRED");
  return organization;
}

type Change = { actorId: string; change: Partial<Organization>; clientInfo: ClientInfo };

/** Read anew by every request that it concerns, on every instance: there is no copy to go stale. */
export async function changeOrganization({ actorId, change, clientInfo }: Change): Promise<Organization> {
  const changed = await database().begin(async (transaction) => {
    const sql = transaction as unknown as Sql;
    // One at a time, so that the event tells what really stood there before.
    await sql`select 1 from providers for update`;
    const before = await getOrganization(sql);
    const after = { ...before, ...change };
    const detail = differences(before, after);
    if (detail === null) return before;
    await sql`
      with renamed as (
        update providers set name = ${after.organization_name} where name <> ${after.organization_name}
      ), configured as (
        insert into system_config (key, value)
        values ('organization', jsonb_build_object('registration', ${after.registration}::text))
        on conflict (key) do update set value = system_config.value || excluded.value
      ), ${recordEvents(
        sql,
        clientInfo,
        sql`select 'organization.changed', ${actorId}::uuid, null::uuid, null::uuid, ${JSON.stringify(detail)}`,
      )}
      select 1
    `;
    return after;
  });
  return changed as Organization;
}

/** What became of what, field by field; null where all is as it was. */
function differences(before: Organization, after: Organization) {
  const fields = (["organization_name", "registration"] as const).filter(
    (field) => before[field] !== after[field],
  );
  if (fields.length === 0) return null;
  return Object.fromEntries(fields.map((field) => [field, { from: before[field], to: after[field] }]));
}
