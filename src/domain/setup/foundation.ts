import { eq, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { columnNames, now } from "@/db/sql";
import { providers, systemConfig, users } from "@/db/tables";
import { userColumns } from "@/domain/users/user";
import { usernameFromEmail } from "@/domain/users/username";
import { hashPassword } from "@/lib/hashing";
import { settings } from "@/lib/settings";
import type { Initialization } from "./inputs";

export type Administrator = {
  email: string;
  username: string;
  fullName: string | null;
  timeZone: string;
  hashedPassword: string;
};

export async function administratorOf(given: Initialization): Promise<Administrator> {
  return {
    email: given.admin_email,
    username: given.admin_username ?? usernameFromEmail(given.admin_email),
    fullName: given.admin_full_name ?? null,
    timeZone: given.admin_time_zone ?? "UTC",
    hashedPassword: await hashPassword(given.admin_password),
  };
}

export const providerColumns = {
  id: providers.id,
  name: providers.name,
  created_at: providers.createdAt,
  updated_at: providers.updatedAt,
};

/**
 * The parts of a `with` that make organization (`p`) and administrator (`u`), and spend the setup token. They stand on one
 * row that can be written once: of any number who try, one finds it missing, the others make nothing at all.
 */
export function layFoundation(organizationName: string, administrator: Administrator) {
  const { key, value } = systemConfig;
  const claimed = db
    .$with("claimed")
    .as(
      db
        .insert(systemConfig)
        .values({ key: "setup", value: sql`jsonb_build_object('completed_at', now())` })
        .onConflictDoNothing({ target: key })
        .returning({ key }),
    );
  const configured = db.$with("configured", {}).as(sql`
    insert into ${systemConfig} (${columnNames(key, value)})
    select config.key, config.value from ${claimed}, (values
      ('organization', jsonb_build_object('registration', ${settings().REGISTRATION}::text)),
      ('isolation', '{"strategy":"one-organization","row_level_security":false}'::jsonb)
    ) as config (key, value)
    on conflict (${columnNames(key)}) do nothing`);
  const spent = db.$with("spent").as(
    db
      .delete(systemConfig)
      .where(sql`${eq(key, "setup_token")} and exists (select from ${claimed})`)
      .returning({ key }),
  );
  const p = db.$with("p", providerColumns).as(sql`
    insert into ${providers} (${columnNames(providers.name)}) select ${organizationName} from ${claimed}
    returning ${columnNames(...Object.values(providerColumns))}`);
  const u = makeAdministrator(administrator, sql`select ${p.id} from ${p}`);
  return { parts: [claimed, configured, spent, p, u], p, u };
}

/** Whoever runs the server knows their own address: it counts as verified. The part of a `with` that makes the account of an administrator in the organization that `provider` selects. */
export function makeAdministrator(administrator: Administrator, provider: SQL, onConflict = sql.empty()) {
  const { email, username, fullName, timeZone, hashedPassword } = administrator;
  const columns = columnNames(
    users.email,
    users.username,
    users.hashedPassword,
    users.fullName,
    users.timeZone,
    users.role,
    users.emailVerifiedAt,
    users.providerId,
  );
  return db.$with("u", userColumns).as(sql`
    insert into ${users} (${columns})
    select ${email}, ${username}, ${hashedPassword}, ${fullName}, ${timeZone}, 'admin', ${now}, provider.id
    from (${provider}) as provider (id) ${onConflict}
    returning ${columnNames(...Object.values(userColumns))}`);
}
