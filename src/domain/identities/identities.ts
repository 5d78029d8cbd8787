import { and, eq, exists, inArray, isNotNull, isNull, ne, notExists, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { z } from "zod";
import { db, inTransaction, type Transaction } from "@/db/client";
import { columnNames } from "@/db/sql";
import { identities, sessions, users } from "@/db/tables";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { promiseAlert } from "@/domain/jobs/promise-alert";
import { isLive, isSession } from "@/domain/sessions/end-sessions";
import type { SessionOwner } from "@/domain/sessions/sessions";
import { lockUser } from "@/domain/users/user-lock";
import { Problem } from "@/lib/errors";
import type { linkedIdentityAnswer } from "./answers";
import type { Identity, Refused } from "./identity";
import { listProviders, providerName } from "./providers";

export type LinkedIdentity = z.output<typeof linkedIdentityAnswer>;

/** The identities by which somebody may sign in, the oldest first. */
export async function listIdentities(userId: string): Promise<LinkedIdentity[]> {
  const rows = await db
    .select({ provider: identities.provider, linked_at: identities.createdAt })
    .from(identities)
    .where(eq(identities.userId, userId))
    .orderBy(identities.createdAt, identities.provider);
  return rows.map((row) => ({ ...row, name: providerName(row.provider) }));
}

type Linking = { owner: SessionOwner; identity: Identity; clientInfo: ClientInfo };

/** Links an identity to the account of a live session; one of each provider. Again, it is linked already. */
export async function linkIdentity({ owner, identity, clientInfo }: Linking): Promise<Refused | null> {
  const { user, sessionId } = owner;
  const { provider, subject } = identity;
  const held = await inTransaction(async (tx) => {
    const linked = insertLink(tx, { owner, identity });
    const recorded = recordEvents(clientInfo, {
      action: "identity.linked",
      actor: linked.userId,
      subject: linked.userId,
      session: sessionId,
      detail: { provider },
      from: linked,
    });
    // By a statement of its own, which sees what became of the one before.
    const held = tx
      .select({
        userId: identities.userId,
        isThis: eq(identities.providerAccountId, subject) as SQL<boolean>,
      })
      .from(identities)
      .where(
        and(
          eq(identities.provider, provider),
          or(eq(identities.userId, user.id), eq(identities.providerAccountId, subject)),
        ),
      );
    const alerted = promiseAlert({
      alert: "identity_linked",
      userId: linked.userId,
      provider: providerName(provider),
      from: linked,
      clientInfo,
    });
    const writes = tx
      .with(linked, recorded, ...alerted)
      .select()
      .from(linked);
    return (await Promise.all([lockUser(tx, user.id), writes, held]))[2];
  });
  const refuse = (refusal: Refused["refusal"]) => ({ refusal, subjectId: user.id });
  if (held.some(({ userId, isThis }) => isThis && userId !== user.id)) return refuse("belongs_to_other");
  if (held.some(({ isThis }) => !isThis)) return refuse("other_linked");
  return held.length > 0 ? null : refuse("session_changed");
}

/** The part of a `with` that links, where account and session still are what they were. */
function insertLink(tx: Transaction, { owner, identity }: Pick<Linking, "owner" | "identity">) {
  const { provider, type, subject } = identity;
  const columns = columnNames(
    identities.userId,
    identities.type,
    identities.provider,
    identities.providerAccountId,
    identities.linkedUnverified,
  );
  const sameProvider = tx
    .select({ one: sql`1` })
    .from(identities)
    .where(and(eq(identities.userId, users.id), eq(identities.provider, provider)));
  const linking = tx
    .select({
      userId: users.id,
      type: sql`${type}::text`,
      provider: sql`${provider}::text`,
      subject: sql`${subject}::text`,
      unverified: isNull(users.emailVerifiedAt),
    })
    .from(users)
    .innerJoin(sessions, eq(sessions.userId, users.id))
    .where(
      and(
        eq(users.id, owner.user.id),
        users.isActive,
        isNull(users.deletedAt),
        isSession(owner.sessionId),
        isLive,
        notExists(sameProvider),
      ),
    );
  return tx.$with("linked", { userId: identities.userId }).as(sql`
    insert into ${identities} (${columns}) ${linking}
    on conflict (${columnNames(identities.provider, identities.providerAccountId)}) do nothing
    returning ${columnNames(identities.userId)}`);
}

type Unlinking = { owner: SessionOwner; provider: string; clientInfo: ClientInfo };

const other = alias(identities, "other");

/** Takes a way in away, but never the last one that still leads in: a password, or a provider that is set up. */
export async function unlinkIdentity({ owner, provider, clientInfo }: Unlinking) {
  const { user, sessionId } = owner;
  const setUp = listProviders().map(({ id }) => id as string);
  const isIt = and(eq(identities.userId, user.id), eq(identities.provider, provider));
  const [unlinked, left] = await inTransaction(async (tx) => {
    const otherWay = tx
      .select({ one: sql`1` })
      .from(other)
      .where(and(eq(other.userId, users.id), ne(other.provider, provider), inArray(other.provider, setUp)));
    const hasOtherWay = tx
      .select({ one: sql`1` })
      .from(users)
      .where(and(eq(users.id, user.id), or(isNotNull(users.hashedPassword), exists(otherWay))));
    const unlinked = tx.$with("unlinked").as(
      tx
        .delete(identities)
        .where(and(isIt, exists(hasOtherWay)))
        .returning({ userId: identities.userId }),
    );
    const recorded = recordEvents(clientInfo, {
      action: "identity.unlinked",
      actor: unlinked.userId,
      subject: unlinked.userId,
      session: sessionId,
      detail: { provider },
      from: unlinked,
    });
    const alerted = promiseAlert({
      alert: "identity_unlinked",
      userId: unlinked.userId,
      provider: providerName(provider),
      from: unlinked,
      clientInfo,
    });
    const [, ...answers] = await Promise.all([
      lockUser(tx, user.id),
      tx
        .with(unlinked, recorded, ...alerted)
        .select()
        .from(unlinked),
      tx.select({ one: sql`1` }).from(identities).where(isIt),
    ]);
    return answers;
  });
  if (unlinked.length === 0) throw new Problem(left.length > 0 ? "LAST_SIGN_IN_METHOD" : "NOT_FOUND");
}
