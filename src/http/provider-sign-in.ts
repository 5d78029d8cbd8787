import { requireAttempt } from "@/domain/attempts/attempts";
import type { ClientInfo } from "@/domain/client-info";
import { mustVerify } from "@/domain/email-verification/promise-verification";
import { enterByIdentity } from "@/domain/identities/enter";
import { linkIdentity } from "@/domain/identities/identities";
import type { Identity, Refusal } from "@/domain/identities/identity";
import { asksAgain, type IdentityProvider } from "@/domain/identities/providers";
import { findOrganization } from "@/domain/organization/organization";
import { reauthenticateByIdentity } from "@/domain/reauthentication/by-identity";
import type { Caller, SessionOwner } from "@/domain/sessions/sessions";
import { Problem } from "@/lib/errors";
import { findCaller, findReturningOwner, isFreshSignIn, provenSessions } from "./caller";
import { deviceCookie } from "./device-cookie";
import { FRESH_SECONDS } from "./endpoint";
import { seeOther, wantsHtml } from "./form-state";
import { lastWayCookie } from "./last-way";
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
import { type Landing, type Purpose, report, reportProblem, turnDown } from "./provider-landing";
import { sessionCookies } from "./session-cookies";

type Leaving = {
  headers: Headers;
  provider: IdentityProvider;
  next: string | undefined;
  purpose: Purpose;
  invitation: string | undefined;
  clientInfo: ClientInfo;
};

/**
 * Sends a browser to the provider: to sign in, to link what it comes back with to the session that it has, or to prove again
 * whose that is.
 */
export async function leaveForProvider({
  headers,
  provider,
  next,
  purpose,
  invitation,
  clientInfo,
}: Leaving): Promise<Response> {
  if ((await findOrganization()) === null) {
    if (wantsHtml(headers)) return seeOther("/setup");
    throw new Problem("SETUP_REQUIRED");
  }
  const owner = purpose === "sign_in" ? null : await findCaller(headers);
  const landing = { provider, purpose, next: safeNext(next) };
  const turnedAway = turnAway(landing, owner);
  if (turnedAway) return seeOther(turnedAway);
  const authorization = await startAuthorization(provider.id, { again: purpose === "reauthentication" });
  if ("failed" in authorization) {
    const refused = { refusal: authorization.failed, subjectId: null };
    return requireAttempt({ address: clientInfo.address })
      .then(() => turnDown(refused, { ...landing, owner, clientInfo }))
      .catch((error) => reportProblem(error, landing));
  }
  const { location, state, cookies } = authorization;
  const sessionId = owner?.sessionId ?? null;
  const oauthState = await sealOAuthState({
    provider: provider.id,
    state,
    next: landing.next,
    linkTo: purpose === "link" ? sessionId : null,
    reauthenticate: purpose === "reauthentication" && sessionId ? { sessionId, askedAt: Date.now() } : null,
    invitation: purpose === "sign_in" ? (invitation ?? null) : null,
  });
  return leaveFor(location, { named: provider.origin, cookies: [...cookies, oauthState] });
}

/** Where to go first, or instead, who wants something for the session that they have. */
function turnAway({ provider, purpose, next }: Landing, owner: Caller | null): string | null {
  if (purpose === "sign_in") return null;
  const isLink = purpose === "link";
  // By way of the renewal: a session that only slept comes back to where it can try again.
  if (isLink && owner === null) return "/api/v1/auth/refresh?next=/settings/security";
  const asking = `/reauthenticate?${new URLSearchParams({ next })}`;
  if (owner === null) return `/api/v1/auth/refresh?${new URLSearchParams({ next: asking })}`;
  if (!isLink) return asksAgain(provider.id) ? null : asking;
  if (mustVerify(owner.user)) return "/verify-email";
  return isFreshSignIn(owner.authenticatedAt, FRESH_SECONDS)
    ? null
    : "/reauthenticate?next=/settings/security";
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
    return { provider, purpose: purposeOf(oauthState), next: oauthState?.next ?? "/" };
  }

  async function judge(oauthState: OAuthState | null): Promise<Response> {
    // Whom another page sent, an image in it will do, has left for nowhere: told, and neither counted nor written down.
    if (!hasOAuthState(headers)) {
      const owner = await findReturningOwner(headers);
      return report("expired", { ...landingOf(null), purpose: owner ? "link" : "sign_in" });
    }
    // Counted before anything is judged or asked of the provider: each return may be a guess.
    await requireAttempt({ address: clientInfo.address });
    const owner = await findReturningOwner(headers);
    const landing = { ...landingOf(oauthState), owner, clientInfo };
    const refuse = (refusal: Refusal) => turnDown({ refusal, subjectId: null }, landing);
    if (oauthState === null)
      return turnDown(
        { refusal: "expired", subjectId: null },
        { ...landing, purpose: owner ? "link" : "sign_in" },
      );
    // The one who comes back has to be the one who left, or a visitor could leave their identity at somebody's account.
    const { linkTo, reauthenticate } = oauthState;
    const sessionId = linkTo ?? reauthenticate?.sessionId ?? null;
    if (sessionId !== null && sessionId !== owner?.sessionId) return refuse("session_changed");
    if (query.error !== undefined) return refuse(query.error === "access_denied" ? "denied" : "failed");
    const identity = await finishAuthorization(provider.id, { headers, search });
    if ("failed" in identity) return refuse(identity.failed);
    if (owner && reauthenticate) return prove({ identity, owner, askedAt: new Date(reauthenticate.askedAt) });
    return owner && linkTo !== null ? link(identity, owner) : enter(identity);
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
    response.headers.append("set-cookie", lastWayCookie(provider.id));
    return response;
  }

  async function link(identity: Identity, owner: SessionOwner): Promise<Response> {
    const landing = { ...landingOf(oauthState), owner, clientInfo };
    const refused = await linkIdentity({ owner, identity, clientInfo });
    return refused ? turnDown(refused, landing) : report("linked", landing);
  }

  async function prove(proof: { identity: Identity; owner: SessionOwner; askedAt: Date }): Promise<Response> {
    const landing = { ...landingOf(oauthState), owner: proof.owner, clientInfo };
    const refused = await reauthenticateByIdentity({ ...proof, clientInfo });
    return refused ? turnDown(refused, landing) : seeOther(landing.next);
  }
}

function purposeOf(oauthState: OAuthState | null): Purpose {
  if (oauthState?.reauthenticate) return "reauthentication";
  return oauthState?.linkTo ? "link" : "sign_in";
}
