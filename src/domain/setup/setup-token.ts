import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { columnNames } from "@/db/sql";
import { systemConfig } from "@/db/tables";
import { Problem } from "@/lib/errors";
import { settings } from "@/lib/settings";

// A visitor who finds a new server first can't take it: the token stands only where its operator can read it.

/** Who asks: `local` is somebody on a loopback installation, who needs no proof to set it up. */
export type Installer = { local: boolean };

export function needsSetupToken({ local }: Installer) {
  return settings().SETUP_TOKEN !== undefined || !local;
}

export async function requireSetupToken(typed: string | undefined, installer: Installer) {
  if (!needsSetupToken(installer)) return;
  const { SETUP_TOKEN } = settings();
  const expected = SETUP_TOKEN === undefined ? await findTokenHash() : hashToken(SETUP_TOKEN);
  const given = hashToken(typed ?? "");
  if (expected === undefined || !timingSafeEqual(Buffer.from(expected), Buffer.from(given))) {
    throw new Problem("INVALID_SETUP_TOKEN", { field: "setup_token" });
  }
}

/**
 * Makes the token where none is there, whoever will turn out to need it. Of many instances that boot at once one makes it,
 * and only that one is told it, for its log.
 */
export async function makeFirstSetupToken(): Promise<string | null> {
  if (settings().SETUP_TOKEN !== undefined) return null;
  return storeToken({ replace: false });
}

/** Makes another in place of one that was lost; null once the installation is set up. */
export async function replaceSetupToken(): Promise<string | null> {
  return storeToken({ replace: true });
}

/** Where to open the set-up page with the token in hand. In the fragment: what is behind # no browser sends anywhere. */
export function setupAddress(token: string) {
  return `${settings().APP_URL}/setup#token=${token}`;
}

const { key, value } = systemConfig;

/** Written by an insert of its own, since the builder's has no condition. */
async function storeToken({ replace }: { replace: boolean }): Promise<string | null> {
  const token = randomBytes(16).toString("hex");
  const rows = await db.execute(sql`
    insert into ${systemConfig} (${columnNames(key, value)})
    select 'setup_token', jsonb_build_object('sha256', ${hashToken(token)}::text)
    where not exists (select from ${systemConfig} where ${key} = 'setup')
    on conflict (${columnNames(key)}) do update set ${columnNames(value)} = excluded.${columnNames(value)} where ${replace}
    returning ${columnNames(key)}
  `);
  return rows.length > 0 ? token : null;
}

function hashToken(token: string) {
  return createHash("sha256").update(token).digest("hex");
}

async function findTokenHash(): Promise<string | undefined> {
  const [row] = await db
    .select({ hash: sql<string>`${value} ->> 'sha256'` })
    .from(systemConfig)
    .where(eq(key, "setup_token"));
  return row?.hash;
}
