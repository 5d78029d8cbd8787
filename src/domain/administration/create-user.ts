import { and, eq, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import { db, inTransaction, type Transaction } from "@/db/client";
import { columnNames } from "@/db/sql";
import { providers, users } from "@/db/tables";
import { recordEvent, recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { makeResetLink } from "@/domain/password-reset/reset-link";
import { asConflict } from "@/domain/users/conflict";
import { freeUsername } from "@/domain/users/free-username";
import { canonicalEmail } from "@/domain/users/schema";
import { userColumns } from "@/domain/users/user";
import { lockUser } from "@/domain/users/user-lock";
import { usernameCandidates } from "@/domain/users/username";
import { Problem } from "@/lib/errors";
import { traceIdFrom } from "@/lib/trace-id.mjs";
import type { newUserSchema } from "./inputs";
import { getKnownUser, type KnownUser } from "./list-users";
import { getUserOverview, isNewcomer } from "./user-overview";

/** As long as an invitation: nobody waits beside their mailbox for an account that somebody else made. */
const LINK_SECONDS = 7 * 86_400;

type Creation = { actorId: string; given: z.output<typeof newUserSchema>; clientInfo: ClientInfo };

/** An account without a password, and a way for its person to choose one. */
export async function createUser({
  actorId,
  given,
  clientInfo,
}: Creation): Promise<{ user: KnownUser; link?: string }> {
  const { id, link } = await inTransaction(async (tx) => {
    const user = await insertUser(tx, { actorId, given, clientInfo });
    const made = await makeResetLink(tx, {
      user,
      kind: "account_created",
      seconds: LINK_SECONDS,
      clientInfo,
    });
    return { id: user.id, link: made.link };
  }).catch((error) => {
    throw asConflict(error);
  });
  return { user: await getKnownUser(id), link };
}

async function insertUser(tx: Transaction, { actorId, given, clientInfo }: Creation) {
  const { email, username, full_name: fullName = null, role = "user" } = given;
  const named = username === undefined ? freeUsername(usernameCandidates([email])) : null;
  const columns = columnNames(users.email, users.username, users.fullName, users.role, users.providerId);
  const u = tx.$with("u", userColumns).as(sql`
    insert into ${users} (${columns})
    select ${email}, ${named ? named.name : username}, ${fullName}, ${role}, ${providers.id}
    from ${providers}${named ? sql`, ${named}` : sql.empty()} limit 1
    returning ${columnNames(...Object.values(userColumns))}`);
  const recorded = recordEvents(clientInfo, {
    action: "account.created",
    actor: actorId,
    subject: u.id,
    detail: { role },
    from: u,
  });
  const [row] = await tx
    .with(...(named ? [named] : []), u, recorded)
    .select()
    .from(u);
  if (row === undefined) throw new Error("An account was not made");
  return row;
}

type Linking = { actorId: string; userId: string; clientInfo: ClientInfo };

/** For somebody who can't get in: a link to choose a new password. Who never could is asked in again. */
export async function createResetLink({ actorId, userId, clientInfo }: Linking) {
  const overview = await getUserOverview(userId);
  const { user } = overview;
  if (user.deleted_at !== null) throw new Problem("NOT_FOUND");
  const kind = isNewcomer(overview)
    ? ({ kind: "account_created", seconds: LINK_SECONDS } as const)
    : ({ kind: "reset_link" } as const);
  return inTransaction(async (tx) => {
    await lockUser(tx, userId);
    const made = await makeResetLink(tx, { user, ...kind, clientInfo });
    await recordEvent({ action: "password.link_made", actorId, subjectId: userId, clientInfo }, tx);
    return made;
  });
}

/** The same for whoever runs the server, to be handed over. Null where no active account has this email. */
export async function createRescueLink(email: string) {
  const [user] = await db
    .select({ id: users.id, email: users.email, locale: users.locale })
    .from(users)
    .where(
      and(eq(sql`lower(${users.email})`, canonicalEmail(email)), users.isActive, isNull(users.deletedAt)),
    );
  if (user === undefined) return null;
  const clientInfo = { address: null, userAgent: null, traceId: traceIdFrom(null) };
  return inTransaction(async (tx) => {
    await lockUser(tx, user.id);
    const made = await makeResetLink(tx, { user, kind: "reset_link", inPerson: true, clientInfo });
    const event = { actorId: null, subjectId: user.id, detail: { by: "reset-link" }, clientInfo };
    await recordEvent({ action: "password.link_made", ...event }, tx);
    return made;
  });
}
