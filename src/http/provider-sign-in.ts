import { requireAttempt } from "@/domain/attempts/attempts";
import { recordEvent } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { mustVerify } from "@/domain/email-verification/promise-verification";
import { enterByIdentity } from "@/domain/identities/enter";
import { linkIdentity } from "@/domain/identities/identities";
import type { Identity, Refusal, Refused } from "@/domain/identities/identity";
import type { IdentityProvider } from "@/domain/identities/providers";
import { findOrganization } from "@/domain/organization/organization";
import type { SessionOwner } from "@/domain/sessions/sessions";
import { Problem } from "@/lib/errors";
import { findCaller, findReturningOwner, isFreshSignIn, provenSessions } from "./caller";
import { deviceCookie } from "./device-cookie";
import { FRESH_SECONDS } from "./endpoint";
import { seeOther, wantsHtml } from "./form-state";
import { leaveFor } from "./leave";
import { finishAuthorization, startAuthorization } from "./oauth";
import {
  clearedOAuthStateCookies,
  hasOAuthState,
  type OAuthState,
  openOAuthState,
  sealOAuthState,
} from "./oauth-state";
import { safeNext } from "./origin";
import { localeCookie } from "./preferences";
import { sessionCookies } from "./session-cookies";
import { toProblem } from "./to-problem";

/** What the page that somebody lands on has to tell them (messages: `providers.notices`). */
export const NOTICES = ["linked", "too_many_attempts"] as const;

export type Notice = Refusal | (typeof NOTICES)[number];

type Leaving = {
  headers: Headers;
  provider: IdentityProvider;
  next: string | undefined;
  link: boolean;
  invitation: string | undefined;
  clientInfo: ClientInfo;
};

/** Sends a browser to the provider, to sign in, or to link what it comes back with to the session that it has. */
export async function leaveForProvider({
  headers,
  provider,
  next,
  link,
  invitation,
  clientInfo,
}: Leaving): Promise<Response> {
  if ((await findOrganization()) === null) {
    if (wantsHtml(headers)) return seeOther("/setup");
    throw new Problem("SETUP_REQUIRED");
  }
  const owner = link ? await findCaller(headers) : null;
  // By way of the renewal: a session that only slept comes back to where it can try again.
  if (link && owner === null) return seeOther("/api/v1/auth/refresh?next=/settings");
  if (owner && mustVerify(owner.user)) return seeOther("/verify-email");
  if (owner && !isFreshSignIn(owner.authenticatedAt, FRESH_SECONDS))
    return seeOther("/reauthenticate?next=/settings");
  const landing = { provider, linking: link, next: safeNext(next) };
  const authorization = await startAuthorization(provider.id);
  if ("failed" in authorization) {
    const refused = { refusal: authorization.failed, subjectId: null };
    return requireAttempt({ address: clientInfo.address })
      .then(() => turnDown(refused, { ...landing, owner, clientInfo }))
      .catch((error) => reportProblem(error, landing));
  }
  const { location, state, cookies } = authorization;
  const linkTo = owner?.sessionId ?? null;
  const oauthState = await sealOAuthState({
    provider: provider.id,
    state,
    next: landing.next,
    linkTo,
    invitation: link ? null : (invitation ?? null),
  });
  return leaveFor(location, { named: provider.origin, cookies: [...cookies, oauthState] });
}

type Returning = {
  headers: Headers;
  search: string;
  query: { state?: string; error?: string };
  provider: IdentityProvider;
  clientInfo: ClientInfo;
};

/** Whoever comes back is in, or is told why not; nothing of the authorization is left. */
export async function returnFromProvider({ headers, search, query, provider, clientInfo }: Returning) {
  const oauthState = await openOAuthState(headers, { provider: provider.id, state: query.state });
  const response = await judge(oauthState).catch((error) => reportProblem(error, landingOf(oauthState)));
  for (const cookie of clearedOAuthStateCookies()) response.headers.append("set-cookie", cookie);
  return response;

  function landingOf(oauthState: OAuthState | null): Landing {
    return { provider, linking: oauthState?.linkTo != null, next: oauthState?.next ?? "/" };
  }

  async function judge(oauthState: OAuthState | null): Promise<Response> {
    // Whom another page sent, an image in it will do, has left for nowhere: told, and neither counted nor written down.
    if (!hasOAuthState(headers)) {
      const owner = await findReturningOwner(headers);
      return report("expired", { ...landingOf(null), linking: owner !== null });
    }
    // Counted before anything is judged or asked of the provider: each return may be a guess.
    await requireAttempt({ address: clientInfo.address });
    const owner = await findReturningOwner(headers);
    const landing = { ...landingOf(oauthState), owner, clientInfo };
    const refuse = (refusal: Refusal) => turnDown({ refusal, subjectId: null }, landing);
    if (oauthState === null)
      return turnDown({ refusal: "expired", subjectId: null }, { ...landing, linking: owner !== null });
    // The one who comes back has to be the one who left, or a visitor could leave their identity at somebody's account.
    if (oauthState.linkTo !== null && oauthState.linkTo !== owner?.sessionId)
      return refuse("session_changed");
    if (query.error !== undefined) return refuse(query.error === "access_denied" ? "denied" : "failed");
    const identity = await finishAuthorization(provider.id, { headers, search });
    if ("failed" in identity) return refuse(identity.failed);
    return oauthState.linkTo !== null && owner ? link(identity, owner) : enter(identity);
  }

  async function enter(identity: Identity): Promise<Response> {
    const landing = { ...landingOf(oauthState), owner: null, clientInfo };
    const entered = await enterByIdentity(identity, clientInfo, {
      handedIn: await provenSessions(headers),
      invitationToken: oauthState?.invitation ?? null,
    });
    if ("refusal" in entered) return turnDown(entered, landing);
    const response = seeOther(landing.next);
    for (const cookie of sessionCookies(entered.tokens)) response.headers.append("set-cookie", cookie);
    const { locale } = entered.user;
    if (locale) response.headers.append("set-cookie", localeCookie(locale));
    response.headers.append("set-cookie", await deviceCookie(headers, entered.device));
    return response;
  }

  async function link(identity: Identity, owner: SessionOwner): Promise<Response> {
    const landing = { ...landingOf(oauthState), owner, clientInfo };
    const refused = await linkIdentity({ owner, identity, clientInfo });
    return refused ? turnDown(refused, landing) : report("linked", landing);
  }
}

type Landing = { provider: IdentityProvider; linking: boolean; next: string };

/** Writes down why nothing came of it, and tells. */
async function turnDown(
  { refusal, subjectId }: Refused,
  landing: Landing & { owner: SessionOwner | null; clientInfo: ClientInfo },
): Promise<Response> {
  const { provider, linking, owner, clientInfo } = landing;
  const actorId = linking ? (owner?.user.id ?? null) : null;
  await recordEvent({
    action: linking ? "identity.refused" : "session.refused",
    subjectId: subjectId ?? actorId,
    actorId,
    detail: { provider: provider.id, reason: refusal },
    clientInfo,
  });
  return report(refusal, landing);
}

function reportProblem(error: unknown, landing: Landing): Response {
  const problem = toProblem(error);
  if (problem.code === "SETUP_REQUIRED") return seeOther("/setup");
  return report(problem.code === "RATE_LIMIT_EXCEEDED" ? "too_many_attempts" : "failed", landing);
}

function report(notice: Notice, { provider, linking, next }: Landing): Response {
  const query = new URLSearchParams({ notice, provider: provider.id });
  if (linking) return seeOther(`/settings?${query}#identities`);
  if (next !== "/") query.set("next", next);
  return seeOther(`/login?${query}`);
}
