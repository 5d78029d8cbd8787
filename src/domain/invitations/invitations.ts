import { randomUUID } from "node:crypto";
import { and, eq, exists, gt, isNull, type SQLWrapper, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { SelectResultFields } from "drizzle-orm/query-builders/select.types";
import { db, inTransaction, type Transaction } from "@/db/client";
import { keysetBy } from "@/db/keyset";
import { inSeconds, now, type Value } from "@/db/sql";
import { invitations, users } from "@/db/tables";
import { recordEvent, recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { queueMail } from "@/domain/mails/mails";
import { deriveProofToken, hashProofToken, isGenuineProofToken } from "@/domain/proofs/proof-token";
import { holdersOf } from "@/domain/users/reserved-email";
import type { User } from "@/domain/users/user";
import { sendsMail } from "@/lib/can-mail";
import { Problem } from "@/lib/errors";
import { type Page, toPage } from "@/lib/page";
import { settings } from "@/lib/settings";

const LIFE_SECONDS = 7 * 86_400;

const inviter = alias(users, "inviter");

/** An invitation is good for as long as who sent it may invite. */
const mayInvite = exists(
  db
    .select({ one: sql`1` })
    .from(inviter)
    .where(
      and(
        eq(inviter.id, invitations.invitedBy),
        eq(inviter.role, "admin"),
        inviter.isActive,
        isNull(inviter.deletedAt),
      ),
    ),
);
const isOpen = and(gt(invitations.expiresAt, now), mayInvite);

export const invitationColumns = {
  id: invitations.id,
  email: invitations.email,
  role: invitations.role,
  mailed: invitations.mailed,
  invited_by: users.username,
  expires_at: invitations.expiresAt,
  created_at: invitations.createdAt,
  expired: sql<boolean>`not (${isOpen})`.as("expired"),
};

export type Invitation = SelectResultFields<typeof invitationColumns>;

export type SentInvitation = Invitation & { link?: string };

const newestFirst = keysetBy({
  key: invitations.createdAt,
  kind: "moment",
  id: invitations.id,
  idType: "uuid",
  descending: true,
});

/** The ones that nobody has accepted, expired ones included: those can be sent again. */
export async function listInvitations({
  limit,
  cursor,
}: {
  limit: number;
  cursor?: string;
}): Promise<Page<Invitation>> {
  const rows = await db
    .select({ ...invitationColumns, position: newestFirst.position })
    .from(invitations)
    .leftJoin(users, eq(users.id, invitations.invitedBy))
    .where(cursor === undefined ? undefined : newestFirst.after(cursor))
    .orderBy(newestFirst.by)
    .limit(limit + 1);
  return toPage(rows as (Invitation & { position: string })[], limit, (row) => row.position);
}

type Inviting = { actor: User; email: string; role?: "user" | "admin"; clientInfo: ClientInfo };

/** Asks somebody in. An address that is invited already is invited anew, and its older link is void. */
export async function invite({ actor, email, role = "user", clientInfo }: Inviting): Promise<SentInvitation> {
  return inTransaction(async (tx) => {
    const taken = await tx
      .select({ id: users.id })
      .from(users)
      .where(sql`lower(${users.email}) = ${email} or ${users.id} in (${holdersOf(email)})`);
    if (taken.length > 0) throw new Problem("EMAIL_ALREADY_EXISTS", { field: "email" });
    const link = await newLink();
    const values = { email, role, invitedBy: actor.id, ...link.values };
    const [row] = await tx
      .insert(invitations)
      .values(values)
      .onConflictDoUpdate({ target: invitations.email, set: values })
      .returning({ id: invitations.id });
    return send(tx, { id: row?.id ?? "", link, actor, clientInfo });
  });
}

type Known = { actor: User; id: string; clientInfo: ClientInfo };

/** Another link for another seven days. */
export async function resendInvitation({ actor, id, clientInfo }: Known): Promise<SentInvitation> {
  return inTransaction(async (tx) => {
    const link = await newLink();
    const rows = await tx
      .update(invitations)
      .set({ ...link.values, invitedBy: actor.id })
      .where(eq(invitations.id, id))
      .returning({ id: invitations.id });
    if (rows.length === 0) throw new Problem("NOT_FOUND");
    return send(tx, { id, link, actor, clientInfo });
  });
}

export async function revokeInvitation({ actor, id, clientInfo }: Known) {
  const revoked = db
    .$with("revoked")
    .as(
      db
        .delete(invitations)
        .where(eq(invitations.id, id))
        .returning({ id: invitations.id, role: invitations.role }),
    );
  const recorded = recordEvents(clientInfo, {
    action: "invitation.revoked",
    actor: actor.id,
    detail: sql`jsonb_build_object('invitation', ${revoked.id}, 'role', ${revoked.role})`,
    from: revoked,
  });
  if ((await db.with(revoked, recorded).select().from(revoked)).length === 0) throw new Problem("NOT_FOUND");
}

type NewLink = Awaited<ReturnType<typeof newLink>>;

async function newLink() {
  const mailId = randomUUID();
  const token = await deriveProofToken(mailId);
  const mailed = sendsMail();
  return {
    mailId,
    mailed,
    href: `${settings().APP_URL}/invitation?token=${token}`,
    values: { tokenHash: hashProofToken(token), mailed, expiresAt: inSeconds(LIFE_SECONDS) },
  };
}

type Sending = {
  id: string;
  link: NewLink;
  actor: User;
  clientInfo: ClientInfo;
};

async function send(tx: Transaction, { id, link, actor, clientInfo }: Sending) {
  const [invitation] = await tx
    .select(invitationColumns)
    .from(invitations)
    .leftJoin(users, eq(users.id, invitations.invitedBy))
    .where(eq(invitations.id, id));
  if (invitation === undefined) throw new Problem("NOT_FOUND");
  const { email, role } = invitation;
  const event = { actorId: actor.id, subjectId: null, detail: { invitation: id, role }, clientInfo };
  await recordEvent({ action: "invitation.sent", ...event }, tx);
  if (link.mailed) {
    const inviter = actor.full_name ?? actor.username;
    const { traceId, locale } = clientInfo;
    const user = { id: null, email, locale: null };
    await queueMail(tx, { id: link.mailId, kind: "invitation", user, locale, detail: { inviter }, traceId });
  }
  return { ...(invitation as Invitation), link: link.mailed ? undefined : link.href };
}

/** Who invites whom, as what. Null for a link that is unknown, accepted, revoked, replaced or expired. */
export async function findInvitation(token: string) {
  if (!(await isGenuineProofToken(token))) return null;
  const [row] = await db
    .select({
      email: invitations.email,
      role: invitations.role,
      invited_by: sql<string | null>`coalesce(${users.fullName}, ${users.username})`,
      expires_at: invitations.expiresAt,
    })
    .from(invitations)
    .leftJoin(users, eq(users.id, invitations.invitedBy))
    .where(isOpenBy(hashProofToken(token)));
  return row ?? null;
}

export async function getInvitation(token: string) {
  const invitation = await findInvitation(token);
  if (invitation === null) throw new Problem("INVALID_PROOF", { field: "invitation_token" });
  return invitation;
}

function isOpenBy(tokenHash: Value) {
  return and(eq(invitations.tokenHash, tokenHash as string), isOpen);
}

/** Whether the link of a mail still opens anything. */
export async function isInvitationOpen(mailId: string): Promise<boolean> {
  return (await findInvitation(await deriveProofToken(mailId))) !== null;
}

/** The part of a `with` that accepts one for this address: role and whether the address is proven by it come of it. */
export function acceptingInvitation({ tokenHash, email }: { tokenHash: Value; email: Value }) {
  return db.$with("invited").as(
    db
      .delete(invitations)
      .where(and(isOpenBy(tokenHash), eq(invitations.email, email as string)))
      .returning({ id: invitations.id, role: invitations.role, mailed: invitations.mailed }),
  );
}

type Accepted = ReturnType<typeof acceptingInvitation>;

/** The event of it, beside that of the account that comes of it. */
export function acceptedEvent(
  event: { actor: Value; subject: Value; session: Value; from: SQLWrapper },
  invited: Accepted,
) {
  return {
    ...event,
    action: "invitation.accepted" as const,
    detail: sql`jsonb_build_object('invitation', ${invited.id}, 'role', ${invited.role})`,
    from: sql`${event.from}, ${invited}`,
  };
}
