import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { columnNames, placeholders, preparedByKind } from "@/db/sql";
import { providers, users } from "@/db/tables";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { asksForVerification, promiseVerification } from "@/domain/email-verification/promise-verification";
import { acceptedEvent, acceptingInvitation, getInvitation } from "@/domain/invitations/invitations";
import { notePromise } from "@/domain/jobs/enqueue";
import { registrationNow } from "@/domain/organization/registration";
import { hashProofToken } from "@/domain/proofs/proof-token";
import { endHandedIn, handedInEvent } from "@/domain/sessions/handed-in";
import { insertSession, NEW_SESSION, newSession, valuesOf } from "@/domain/sessions/new-session";
import { asConflict, violatedIndex } from "@/domain/users/conflict";
import { freeUsername } from "@/domain/users/free-username";
import { holdersOf } from "@/domain/users/reserved-email";
import { userColumns } from "@/domain/users/user";
import { usernameCandidates } from "@/domain/users/username";
import { Problem } from "@/lib/errors";
import { hashPassword, turnOf } from "@/lib/hashing";
import { settings } from "@/lib/settings";
import { type SignedIn, signedIn } from "./signed-in";

export type Registration = {
  email: string;
  /** Made from the email where it isn't given. */
  username?: string;
  password: string;
  full_name?: string | null;
  time_zone?: string;
  /** Opens a closed registration for the address that was invited, and says as what. */
  invitation_token?: string;
};

const MOST_TRIES = 8;

/** Makes an account and signs it in: user, session and audit events in one statement, so all of it or nothing. */
export async function register(
  registration: Registration,
  clientInfo: ClientInfo,
  handedIn: string[] = [],
): Promise<SignedIn> {
  const { email, username, password, invitation_token } = registration;
  await requireOpenRegistration({ email, username, invitationToken: invitation_token });
  const hash = await hashPassword(password, turnOf(clientInfo.address, { known: false }));
  for (let tries = 1; ; tries++) {
    try {
      return await makeAccount({ registration, hash, clientInfo, handedIn });
    } catch (error) {
      // Somebody was quicker with a name that was made up here: another one will do.
      const isMadeUp = username === undefined && violatedIndex(error) === "ix_users_username";
      if (!isMadeUp || tries === MOST_TRIES) throw asConflict(error);
    }
  }
}

type NewAccount = { registration: Registration; hash: string; clientInfo: ClientInfo; handedIn: string[] };

async function makeAccount({ registration, hash, clientInfo, handedIn }: NewAccount): Promise<SignedIn> {
  const { email, username, full_name = null, time_zone = "UTC", invitation_token } = registration;
  const session = await newSession({ persistent: false, clientInfo });
  const { traceId, locale = null } = clientInfo;
  const isInvited = invitation_token !== undefined;
  const isAsked = asksForVerification();
  const statement = accountStatement({ isNamed: username !== undefined, isInvited, isAsked });
  if (isAsked) notePromise();
  const [row] = await statement.execute({
    ...{ email, hash, fullName: full_name, timeZone: time_zone, handedIn, traceId, locale },
    ...(username === undefined ? { candidates: usernameCandidates([email]) } : { username }),
    ...(isInvited && { invitation: hashProofToken(invitation_token) }),
    ...valuesOf(session),
  });
  // Accepted, revoked or replaced while the password was hashed.
  if (row === undefined && isInvited) throw new Problem("INVALID_PROOF", { field: "invitation_token" });
  if (row === undefined) throw new Problem("SETUP_REQUIRED");
  return signedIn({ user: row.u, session, started: row.started });
}

const given = placeholders(
  ...(["email", "username", "candidates", "hash", "fullName", "timeZone", "invitation"] as const),
  ...(["handedIn", "traceId", "locale"] as const),
);

/** Whether a username is given, an invitation accepted, and the email to be verified. */
type Kind = { isNamed: boolean; isInvited: boolean; isAsked: boolean };

const accountStatement = preparedByKind(({ isNamed, isInvited, isAsked }: Kind) => {
  const { email, username, candidates, hash, fullName, timeZone, invitation } = given;
  const { handedIn, traceId, locale } = given;
  const named = isNamed ? null : freeUsername(candidates);
  const invited = isInvited ? acceptingInvitation({ tokenHash: invitation, email }) : null;
  const before = [...(named ? [named] : []), ...(invited ? [invited] : [])];
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
  const u = db.$with("u", userColumns).as(sql`
    insert into ${users} (${columns})
    select ${email}, ${named ? named.name : username}, ${hash}, ${fullName}, ${timeZone}, ${invited ? invited.role : "user"},
      ${invited ? sql`case when ${invited.mailed} then now() end` : null}::timestamptz, ${providers.id}
    from ${sql.join(
      [providers, ...before].map((source) => sql`${source}`),
      sql`, `,
    )} limit 1
    returning ${columnNames(...Object.values(userColumns))}`);
  const started = insertSession(NEW_SESSION, u);
  const ended = endHandedIn(handedIn, started);
  const event = { actor: started.userId, subject: started.userId, session: started.id, from: started };
  const recorded = recordEvents(
    { address: NEW_SESSION.address, traceId },
    { action: "account.registered", ...event },
    { action: "session.started", ...event },
    handedInEvent(ended),
    ...(invited ? [acceptedEvent(event, invited)] : []),
  );
  const verifying = isAsked ? [promiseVerification(u, { locale, traceId })] : [];
  return db
    .with(...before, u, started, ended, recorded, ...verifying)
    .select()
    .from(u)
    .crossJoin(started)
    .prepare("make_account");
});

const findRegistrationStatus = db
  .select({
    isSetUp: sql<boolean>`exists (select from ${providers})`,
    registration: registrationNow(sql.placeholder("registration")),
    emailTaken: sql<boolean>`exists (${isTaken(users.email, "email")}) or exists (${holdersOf(sql.placeholder("email"))})`,
    usernameTaken: sql<boolean>`exists (${isTaken(users.username, "username")})`,
  })
  .from(sql`(select 1) as one`)
  .prepare("find_registration_status");

function isTaken(column: typeof users.email | typeof users.username, name: string) {
  return db
    .select({ one: sql`1` })
    .from(users)
    .where(eq(sql`lower(${column})`, sql`lower(${sql.placeholder(name)})`));
}

type Asked = { email: string; username?: string; invitationToken?: string };

/** Said before anything is hashed; the insert's own indexes decide where two ask at once. */
async function requireOpenRegistration({ email, username, invitationToken }: Asked) {
  const [status] = await findRegistrationStatus.execute({
    email,
    username: username ?? "",
    registration: settings().REGISTRATION,
  });
  if (!status?.isSetUp) throw new Problem("SETUP_REQUIRED");
  if (invitationToken !== undefined) await requireInvited(invitationToken, email);
  else if (status.registration === "closed") throw new Problem("REGISTRATION_CLOSED");
  if (status.emailTaken) throw new Problem("EMAIL_ALREADY_EXISTS", { field: "email" });
  if (status.usernameTaken) throw new Problem("USERNAME_ALREADY_EXISTS", { field: "username" });
}

/** An invitation is for the one address that it was made for. */
async function requireInvited(token: string, email: string) {
  const invitation = await getInvitation(token);
  if (invitation.email !== email) throw new Problem("INVALID_PROOF", { field: "invitation_token" });
}
