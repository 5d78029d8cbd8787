import { eq } from "drizzle-orm";
import type { SelectResultFields } from "drizzle-orm/query-builders/select.types";
import { db, inTransaction } from "@/db/client";
import { systemConfig } from "@/db/tables";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { insertSession, newSession, valuesOf } from "@/domain/sessions/new-session";
import { type SignedIn, signedIn } from "@/domain/sign-in/signed-in";
import { asConflict } from "@/domain/users/conflict";
import { Problem } from "@/lib/errors";
import { administratorOf, layFoundation, type providerColumns } from "./foundation";
import type { Initialization } from "./inputs";
import { type Installer, needsSetupToken, requireSetupToken } from "./setup-token";

const findSetup = db
  .select({ key: systemConfig.key })
  .from(systemConfig)
  .where(eq(systemConfig.key, "setup"))
  .prepare("find_setup");

export async function isSetUp(): Promise<boolean> {
  return (await findSetup.execute()).length > 0;
}

export async function requireFreshInstallation() {
  if (await isSetUp()) throw new Problem("SETUP_ALREADY_COMPLETED");
}

export async function getSetupStatus(installer: Installer) {
  const isComplete = await isSetUp();
  return { is_complete: isComplete, requires_token: !isComplete && needsSetupToken(installer) };
}

export type Provider = SelectResultFields<typeof providerColumns>;

/** Completes the first-run setup: one statement, so it is done once and whole, whoever races and whatever crashes. */
export async function completeSetup(
  given: Initialization,
  { clientInfo, local }: Installer & { clientInfo: ClientInfo },
): Promise<SignedIn & { provider: Provider }> {
  await requireFreshInstallation();
  await requireSetupToken(given.setup_token, { local });
  const { parts, p, u } = layFoundation(given.organization_name, await administratorOf(given));
  const session = await newSession({ persistent: false, clientInfo });
  const started = insertSession(valuesOf(session), u);
  const event = { actor: started.userId, subject: started.userId, session: started.id, from: started };
  const recorded = recordEvents(
    clientInfo,
    { action: "setup.completed", ...event },
    { action: "session.started", ...event },
  );
  const [row] = await inTransaction((tx) =>
    tx
      .with(...parts, started, recorded)
      .select()
      .from(u)
      .crossJoin(p)
      .crossJoin(started),
  ).catch((error) => {
    throw asConflict(error);
  });
  if (row === undefined) throw new Problem("SETUP_ALREADY_COMPLETED");
  return {
    ...(await signedIn({ user: row.u, session, started: row.started })),
    provider: row.p,
  };
}
