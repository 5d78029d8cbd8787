import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { columnNames } from "@/db/sql";
import { providers, users } from "@/db/tables";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { asksForVerification, promiseVerification } from "@/domain/email-verification/promise-verification";
import { registrationNow } from "@/domain/organization/registration";
import { endHandedIn, handedInEvent } from "@/domain/sessions/handed-in";
import { insertSession, newSession } from "@/domain/sessions/new-session";
import { asConflict } from "@/domain/users/conflict";
import { userColumns } from "@/domain/users/user";
import { Problem } from "@/lib/errors";
import { hashPassword, turnOf } from "@/lib/hashing";
import { settings } from "@/lib/settings";
import { type SignedIn, signedIn } from "./signed-in";

export type Registration = {
  email: string;
  username: string;
  password: string;
  full_name?: string | null;
  time_zone?: string;
};

/** Makes an account and signs it in: user, session and audit events in one statement, so all of it or nothing. */
export async function register(
  registration: Registration,
  clientInfo: ClientInfo,
  handedIn: string[] = [],
): Promise<SignedIn> {
  const { email, username, password } = registration;
  await requireOpenRegistration({ email, username });
  const hash = await hashPassword(password, turnOf(clientInfo.address, { known: false }));
  const session = await newSession({ persistent: false, clientInfo });
  const columns = columnNames(
    users.email,
    users.username,
    users.hashedPassword,
    users.fullName,
    users.timeZone,
    users.providerId,
  );
  const u = db.$with("u", userColumns).as(sql`
    insert into ${users} (${columns})
    select ${email}, ${username}, ${hash}, ${registration.full_name ?? null}, ${registration.time_zone ?? "UTC"},
      ${providers.id}
    from ${providers} limit 1
    returning ${columnNames(...Object.values(userColumns))}`);
  const started = insertSession(session, u);
  const ended = endHandedIn(handedIn, started);
  const event = { actor: started.userId, subject: started.userId, session: started.id, from: started };
  const recorded = recordEvents(
    clientInfo,
    { action: "account.registered", ...event },
    { action: "session.started", ...event },
    handedInEvent(ended),
  );
  const verifying = asksForVerification() ? [promiseVerification(u, clientInfo)] : [];
  const [row] = await db
    .with(u, started, ended, recorded, ...verifying)
    .select()
    .from(u)
    .crossJoin(started)
    .catch((error) => {
      throw asConflict(error);
    });
  if (row === undefined) throw new Problem("SETUP_REQUIRED");
  return signedIn({ user: row.u, session, started: row.started });
}

const findRegistrationStatus = db
  .select({
    isSetUp: sql<boolean>`exists (select from ${providers})`,
    registration: registrationNow(sql.placeholder("registration")),
    emailTaken: sql<boolean>`exists (${isTaken(users.email, "email")})`,
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

/** Said before anything is hashed; the insert's own indexes decide where two ask at once. */
async function requireOpenRegistration({ email, username }: { email: string; username: string }) {
  const [status] = await findRegistrationStatus.execute({
    email,
    username,
    registration: settings().REGISTRATION,
  });
  if (!status?.isSetUp) throw new Problem("SETUP_REQUIRED");
  if (status.registration === "closed") throw new Problem("REGISTRATION_CLOSED");
  if (status.emailTaken) throw new Problem("EMAIL_ALREADY_EXISTS", { field: "email" });
  if (status.usernameTaken) throw new Problem("USERNAME_ALREADY_EXISTS", { field: "username" });
}
