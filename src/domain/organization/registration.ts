import { sql } from "drizzle-orm";
import type { Value } from "@/db/sql";
import { systemConfig } from "@/db/tables";

export type RegistrationState = "open" | "closed";

/** Whether visitors may register, as a value in a statement: what an administrator has set, else `initial`, what the settings say. */
export function registrationNow(initial: Value) {
  return sql<RegistrationState>`coalesce(
    (select ${systemConfig.value} ->> 'registration' from ${systemConfig} where ${systemConfig.key} = 'organization'),
    ${initial}::text
  )`;
}
