import { and, eq, exists, isNull, sql } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { columnNames } from "@/db/sql";
import { identities, providers, users } from "@/db/tables";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { asksForVerification, promiseVerification } from "@/domain/email-verification/promise-verification";
import { acceptedEvent, acceptingInvitation, findInvitation } from "@/domain/invitations/invitations";
import { registrationNow } from "@/domain/organization/registration";
import { hashProofToken } from "@/domain/proofs/proof-token";
import { endHandedIn, handedInEvent } from "@/domain/sessions/handed-in";
import { insertSession, type NewSession, newSession, valuesOf } from "@/domain/sessions/new-session";
import { endSessionsOverLimit, overLimitEvent } from "@/domain/sessions/session-limit";
import { type SignedIn, signedIn } from "@/domain/sign-in/signed-in";
import { violatedIndex } from "@/domain/users/conflict";
import { freeUsername } from "@/domain/users/free-username";
import { holdersOf } from "@/domain/users/reserved-email";
import { userColumns } from "@/domain/users/user";
import { lockUser } from "@/domain/users/user-lock";
import { usernameCandidates } from "@/domain/users/username";
import { Problem } from "@/lib/errors";
import { settings } from "@/lib/settings";
import type { Identity, Refused } from "./identity";

const MOST_TRIES = 8;

/**
 * Signs in whom a provider vouches for, and makes the account at the first time. An email that has an account already
 * is not proof enough to open it: whoever has its password links the identity from inside.
 */
export async function enterByIdentity(
  identity: Identity,
  clientInfo: ClientInfo,
  { handedIn = [], invitationToken = null }: { handedIn?: string[]; invitationToken?: string | null } = {},
): Promise<SignedIn | Refused> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const status = await readStatus(identity);
    const invitation = invitationToken === null ? null : await readInvitation(invitationToken);
    const refused = judge(status, { identity, invitation });
    if (refused) return refused;
    const session = await newSession({ persistent: false, clientInfo });
    const begun = status.userId
      ? await startSession({ userId: status.userId, identity, session, handedIn })
      : await makeUser({ identity, session, handedIn, invitationToken });
    if (begun) return signedIn({ user: begun.u, session, started: begun.started });
    // Somebody was quicker with the name, the email or the very same identity: look again.
  }
  throw new Problem("SERVICE_UNAVAILABLE", { retryAfterSeconds: 1 });
}

const owners = db
  .select({ id: users.id })
  .from(users)
  .where(eq(sql`lower(${users.email})`, sql`lower(${sql.placeholder("email")})`));

const findStatus = db
  .select({
    isSetUp: sql<boolean>`exists (select from ${providers})`,
    registration: registrationNow(sql.placeholder("registration")),
    userId: identities.userId,
    usable: sql<boolean>`coalesce(${users.isActive} and ${users.deletedAt} is null, false)`,
    emailOwner: sql<string | null>`coalesce((${owners}), (${holdersOf(sql.placeholder("email"))}))`,
  })
  .from(sql`(select 1) as one`)
  .leftJoin(
    identities,
    and(
      eq(identities.provider, sql.placeholder("provider")),
      eq(identities.providerAccountId, sql.placeholder("subject")),
    ),
  )
  .leftJoin(users, eq(users.id, identities.userId))
  .prepare("find_identity_status");

type Status = Awaited<ReturnType<typeof readStatus>>;

async function readStatus({ provider, subject, email }: Identity) {
  const { REGISTRATION: registration } = settings();
  const [status] = await findStatus.execute({ provider, subject, email, registration });
  if (!status?.isSetUp) throw new Problem("SETUP_REQUIRED");
  return status;
}

type Invited = { email: string } | "void";

async function readInvitation(token: string): Promise<Invited> {
  return (await findInvitation(token)) ?? "void";
}

type Asked = { identity: Identity; invitation: Invited | null };

function judge(status: Status, { identity: { email }, invitation }: Asked): Refused | null {
  const { registration, userId, usable, emailOwner } = status;
  if (userId) return usable ? null : { refusal: "account_closed", subjectId: userId };
  if (email === null) return { refusal: "no_verified_email", subjectId: null };
  if (emailOwner) return { refusal: "email_taken", subjectId: emailOwner };
  if (invitation === "void") return { refusal: "invitation_void", subjectId: null };
  if (invitation) return invitation.email === email ? null : { refusal: "not_invited", subjectId: null };
  return registration === "closed" ? { refusal: "registration_closed", subjectId: null } : null;
}

type Start = { userId: string; identity: Identity; session: NewSession; handedIn: string[] };

/** Undefined where the account or its link changed meanwhile. */
async function startSession({ userId, identity, session, handedIn }: Start) {
  const { provider, subject } = identity;
  return inTransaction(async (tx) => {
    const link = tx
      .select({ one: sql`1` })
      .from(identities)
      .where(
        and(
          eq(identities.userId, userId),
          eq(identities.provider, provider),
          eq(identities.providerAccountId, subject),
        ),
      );
    const u = tx.$with("u").as(
      tx
        .select(userColumns)
        .from(users)
        .where(and(eq(users.id, userId), users.isActive, isNull(users.deletedAt), exists(link))),
    );
    const started = insertSession(valuesOf(session), u);
    const ended = endHandedIn(handedIn, started);
    const overLimit = endSessionsOverLimit({ userId, started, handedIn });
    const recorded = recordEvents(
      session.clientInfo,
      {
        action: "session.started",
        actor: started.userId,
        subject: started.userId,
        session: started.id,
        detail: { provider },
        from: started,
      },
      handedInEvent(ended),
      overLimitEvent(overLimit),
    );
    const rows = tx.with(u, started, ended, overLimit, recorded).select().from(u).crossJoin(started);
    return (await Promise.all([lockUser(tx, userId), rows]))[1][0];
  });
}

type Making = Omit<Start, "userId"> & { invitationToken: string | null };

/**
 * User, link, session and events in one statement: all of it or nothing. That the provider vouches for the email makes the
 * account, but is no proof that mail gets there: that takes a link, or the invitation that went there. Undefined where something of
 * it is taken.
 */
async function makeUser({ identity, session, handedIn, invitationToken }: Making) {
  const { provider, type, subject, email, fullName, nicknames } = identity;
  const free = freeUsername(usernameCandidates(nicknames));
  const invited =
    invitationToken === null
      ? null
      : acceptingInvitation({ tokenHash: hashProofToken(invitationToken), email: email ?? "" });
  const userFields = columnNames(
    users.email,
    users.username,
    users.fullName,
    users.role,
    users.emailVerifiedAt,
    users.providerId,
  );
  const u = db.$with("u", userColumns).as(sql`
    insert into ${users} (${userFields})
    select ${email}, ${free.name}, ${fullName}, ${invited ? invited.role : "user"},
      ${invited ? sql`case when ${invited.mailed} then now() end` : null}::timestamptz, ${providers.id}
    from ${providers}, ${free}${invited ? sql`, ${invited}` : sql.empty()} limit 1
    returning ${columnNames(...Object.values(userColumns))}`);
  const linkFields = columnNames(
    identities.userId,
    identities.type,
    identities.provider,
    identities.providerAccountId,
    identities.linkedUnverified,
  );
  const linked = db.$with("linked", {}).as(sql`
    insert into ${identities} (${linkFields})
    select ${u.id}, ${type}::text, ${provider}::text, ${subject}::text, ${isNull(u.email_verified_at)}
    from ${u}`);
  const started = insertSession(valuesOf(session), u);
  const ended = endHandedIn(handedIn, started);
  const event = {
    actor: started.userId,
    subject: started.userId,
    session: started.id,
    detail: { provider },
    from: started,
  };
  const recorded = recordEvents(
    session.clientInfo,
    { action: "account.registered", ...event },
    { action: "identity.linked", ...event },
    { action: "session.started", ...event },
    handedInEvent(ended),
    ...(invited ? [acceptedEvent(event, invited)] : []),
  );
  try {
    const verifying = asksForVerification() ? [promiseVerification(u, session.clientInfo)] : [];
    const parts = [free, ...(invited ? [invited] : []), u, linked, started, ended, recorded, ...verifying];
    const [row] = await db
      .with(...parts)
      .select()
      .from(u)
      .crossJoin(started);
    return row;
  } catch (error) {
    if (violatedIndex(error) === null) throw error;
    return undefined;
  }
}
