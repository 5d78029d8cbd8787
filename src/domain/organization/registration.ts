import type { Sql } from "postgres";
import { settings } from "@/lib/settings";

export type RegistrationState = "open" | "closed";

/** Whether visitors may register, as a value in a statement: what an administrator has set, else what the settings say. */
export function registrationNow(sql: Sql) {
  return sql`coalesce(
    (select value ->> 'registration' from system_config where key = 'organization'),
    ${settings().REGISTRATION}::text
  )`;
}
