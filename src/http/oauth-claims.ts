import { z } from "zod";
import type { Identity } from "@/domain/identities/identity";
import { emailSchema, fullNameSchema } from "@/domain/users/schema";
import { isLine } from "@/lib/text";

// What providers say of people. They are trusted to say who it is; that it is well-formed is not taken for granted.

type Said = Omit<Identity, "provider" | "type">;

const subjectSchema = z.string().min(1).max(255).refine(isLine);
const textSchema = z.string().max(255).optional().catch(undefined);

// Beyond it there are no dates.
const LAST_SECOND = 8.64e12;
const secondSchema = z.int().positive().max(LAST_SECOND).optional().catch(undefined);

const claimsSchema = z.object({
  sub: subjectSchema,
  email: textSchema,
  // Some write it as a word.
  email_verified: z.union([z.boolean(), z.stringbool()]).optional().catch(undefined),
  name: textSchema,
  preferred_username: textSchema,
  nickname: textSchema,
  iat: secondSchema,
  auth_time: secondSchema,
});

/** The claims of OpenID Connect. The email and whether it is verified are taken from the same place. */
export function readClaims(userInfo: unknown, idToken: Record<string, unknown>): Said {
  const said = claimsSchema.partial({ sub: true }).parse(userInfo);
  const signed = claimsSchema.parse(idToken);
  const { email, email_verified } = said.email === undefined ? signed : said;
  const { name, preferred_username, nickname } = { ...signed, ...dropUndefined(said) };
  return {
    subject: signed.sub,
    email: email_verified === true ? readEmail(email) : null,
    fullName: readName(name),
    nicknames: listTexts([preferred_username, nickname, email]),
    authenticatedAt: readAuthenticatedAt(signed),
  };
}

// Whole seconds, perhaps of two of its machines.
const LEEWAY_SECONDS = 2;

/**
 * When the person was asked who they are: as long ago as the provider says that it was when it made the token. Both its times
 * are by its own clock, which may be off. Only what is signed counts.
 */
function readAuthenticatedAt({ iat, auth_time }: z.output<typeof claimsSchema>): Date | undefined {
  if (iat === undefined || auth_time === undefined || auth_time > iat + LEEWAY_SECONDS) return undefined;
  return new Date(Date.now() - Math.max(iat - auth_time, 0) * 1000);
}

const gitHubSchema = z.object({
  id: z.int().positive(),
  login: textSchema,
  name: textSchema,
  emails: z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() })).catch([]),
});

/** GitHub's user, with the list of their emails beside it: only that tells which are verified. */
export function readGitHubUser(user: unknown): Said {
  const { id, login, name, emails } = gitHubSchema.parse(user);
  const email = emails.find(({ primary, verified }) => primary && verified)?.email;
  return {
    subject: String(id),
    email: readEmail(email),
    fullName: readName(name),
    nicknames: listTexts([login, email]),
  };
}

function readEmail(email: string | undefined) {
  return emailSchema.safeParse(email).data ?? null;
}

function readName(name: string | undefined) {
  return fullNameSchema.safeParse(name ?? null).data ?? null;
}

function listTexts(texts: (string | undefined)[]) {
  return texts.filter((text) => text !== undefined);
}

function dropUndefined(said: Partial<z.output<typeof claimsSchema>>) {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}
