import { ne, sql } from "drizzle-orm";
import type { z } from "zod";
import { db, inTransaction, type Transaction } from "@/db/client";
import { providers, systemConfig } from "@/db/tables";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { enqueue } from "@/domain/jobs/enqueue";
import { Problem } from "@/lib/errors";
import { organizationChanged } from "@/lib/organization-version.mjs";
import { processWide } from "@/lib/process-wide.mjs";
import { settings } from "@/lib/settings";
import type { organizationAnswer } from "./answers";
import { registrationNow } from "./registration";

export type Organization = z.output<typeof organizationAnswer>;

export const LOGO_PATH = "/api/v1/organization/logo/";

const organizationColumns = {
  organization_name: providers.name,
  registration: registrationNow(sql.placeholder("registration")),
  audit_retention_days: configuredNumber("audit_retention_days"),
  accent_color: configured("accent_color"),
  session_ttl_seconds: configuredNumber("session_ttl_seconds"),
  session_ttl_remember_seconds: configuredNumber("session_ttl_remember_seconds"),
  session_idle_seconds: configuredNumber("session_idle_seconds"),
  logo_url: configured("logo_url"),
};

function configured(name: string) {
  return sql<string | null>`(select ${systemConfig.value} ->> ${name}::text from ${systemConfig}
    where ${systemConfig.key} = 'organization')`;
}

function configuredNumber(name: string) {
  return sql<number | null>`${configured(name)}::int`;
}

const findOne = db.select(organizationColumns).from(providers).limit(1).prepare("find_organization");

/** Who runs this installation, and whether visitors may register. Null before the first-run setup. */
export async function findOrganization(): Promise<Organization | null> {
  const [organization] = await findOne.execute({ registration: settings().REGISTRATION });
  known.named = { at: Date.now(), name: organization?.organization_name ?? null };
  return organization ?? null;
}

const NAME_KNOWN_MS = 60_000;

// Of the process, so that every page has it from the start: what a title waits for would be sent after its page.
const known = processWide("organization-name", (): { named?: { at: number; name: string | null } } => ({}));

/** What it is called, as it was a minute ago at most: for what need not be exact and shall cost nothing. */
export async function organizationName(): Promise<string | null> {
  if (known.named === undefined || Date.now() - known.named.at > NAME_KNOWN_MS) {
    await findOrganization();
  }
  return known.named?.name ?? null;
}

/**
 * What it was called when it was last read here, which every page does: for titles, which shall neither ask once more nor fail.
 * Null before there is one.
 */
export async function lastKnownName(): Promise<string | null> {
  return known.named?.name ?? (await findOrganization().catch(() => null))?.organization_name ?? null;
}

export async function getOrganization(): Promise<Organization> {
  return (await findOrganization()) ?? beforeSetUp();
}

/** One at a time, so that the event says what really stood there before. */
async function lockOrganization(tx: Transaction): Promise<Organization> {
  await tx.select({ locked: sql`1` }).from(providers).for("update");
  const [organization] = await tx
    .select({ ...organizationColumns, registration: registrationNow(settings().REGISTRATION) })
    .from(providers)
    .limit(1);
  return organization ?? beforeSetUp();
}

function beforeSetUp(): never {
  throw new Problem("SETUP_REQUIRED");
}

type Change = { actorId: string; change: Partial<Organization>; clientInfo: ClientInfo };

/** Read anew by every request that it concerns, on every instance: there is no copy to go stale. */
export async function changeOrganization({ actorId, change, clientInfo }: Change): Promise<Organization> {
  return inTransaction(async (tx) => {
    const before = await lockOrganization(tx);
    const after = { ...before, ...change };
    const detail = differences(before, after);
    if (detail === null) return before;
    const { organization_name: name, registration } = after;
    const set = Object.keys(detail).filter(
      (field) => field !== "organization_name",
    ) as (keyof Organization)[];
    const value = { registration, ...Object.fromEntries(set.map((field) => [field, after[field]])) };
    const renamed = tx
      .$with("renamed")
      .as(tx.update(providers).set({ name }).where(ne(providers.name, name)).returning({ id: providers.id }));
    const configured = tx.$with("configured").as(
      tx
        .insert(systemConfig)
        .values({ key: "organization", value })
        .onConflictDoUpdate({
          target: systemConfig.key,
          set: { value: sql`${systemConfig.value} || excluded.value` },
        })
        .returning({ key: systemConfig.key }),
    );
    const recorded = recordEvents(clientInfo, { action: "organization.changed", actor: actorId, detail });
    await tx.with(renamed, configured, recorded).select({ key: configured.key }).from(configured);
    if (detail.logo_url) await discardLogo(tx, before.logo_url);
    return after;
  }).finally(organizationChanged);
}

async function discardLogo(tx: Transaction, url: string | null) {
  if (url === null) return;
  await enqueue(tx, { kind: "delete_logo", payload: { version: url.slice(LOGO_PATH.length) } });
}

/** What became of what, field by field; null where all is as it was. */
function differences(before: Organization, after: Organization) {
  const fields = (Object.keys(organizationColumns) as (keyof Organization)[]).filter(
    (field) => before[field] !== after[field],
  );
  if (fields.length === 0) return null;
  type Value = Organization[keyof Organization];
  type Differences = Partial<Record<keyof Organization, { from: Value; to: Value }>>;
  return Object.fromEntries(
    fields.map((field) => [field, { from: before[field], to: after[field] }]),
  ) as Differences;
}
