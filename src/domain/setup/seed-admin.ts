import { eq, sql } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { providers, users } from "@/db/tables";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { Problem } from "@/lib/errors";
import { administratorOf, layFoundation, makeAdministrator } from "./foundation";
import type { Initialization } from "./inputs";

/** `taken`: the email is somebody's who is no administrator, and nobody is made one for having registered first. */
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
  const administrator = await administratorOf(given);
  const { parts, u } = layFoundation(given.organization_name, administrator);
  const completed = recordEvents(clientInfo, {
    action: "setup.completed",
    subject: u.id,
    detail: { by: "seed:admin" },
    from: u,
  });
  const [founded] = await inTransaction((tx) =>
    tx
      .with(...parts, completed)
      .select({ id: u.id })
      .from(u),
  );
  if (founded) return "set up";
  const organization = sql`select ${providers.id} from ${providers} limit 1`;
  // No conflict target: whether email or username stood in the way is asked afterwards.
  const added = makeAdministrator(administrator, organization, sql`on conflict do nothing`);
  const created = recordEvents(clientInfo, {
    action: "account.created",
    subject: added.id,
    detail: { by: "seed:admin", role: "admin" },
    from: added,
  });
  const rows = await db.with(added, created).select({ id: added.id }).from(added);
  if (rows.length > 0) return "added";
  const found = await findOutcome(given.admin_email);
  if (found === null) throw new Problem("USERNAME_ALREADY_EXISTS", { field: "admin_username" });
  return found;
}

async function findOutcome(email: string): Promise<"present" | "taken" | null> {
  const [row] = await db
    .select({
      isAdmin: sql<boolean>`${users.role} = 'admin' and ${users.isActive} and ${users.deletedAt} is null`,
    })
    .from(users)
    .where(eq(sql`lower(${users.email})`, sql`lower(${email})`));
  if (row === undefined) return null;
  return row.isAdmin ? "present" : "taken";
}
