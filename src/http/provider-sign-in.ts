import { requireAttempt } from "@/domain/attempts/attempts";
import { recordEvent } from "@/domain/audit/audit";
import type { Visit } from "@/domain/client-info";
import { enterByIdentity } from "@/domain/identities/enter";
import { linkIdentity } from "@/domain/identities/identities";
import type { Identity, Refusal, Refused } from "@/domain/identities/identity";
import type { IdentityProvider } from "@/domain/identities/providers";
import { findOrganization } from "@/domain/organization/organization";
import type { SessionOwner } from "@/domain/sessions/sessions";
import { Fault } from "@/lib/errors";
import { findCaller, findReturningOwner } from "./caller";
import { toFault } from "./fault";
import { seeOther, wantsHtml } from "./form-state";
import { leaveFor } from "./leave";
import { finishDance, startDance } from "./oauth";
import { bringsErrand, clearedErrandCookies, type Errand, openErrand, sealErrand } from "./oauth-state";
import { safeNext } from "./origin";
import { sessionCookies } from "./session-cookies";

/** What the page that somebody lands on has to tell them (messages: `providers.notices`). */
export const NOTICES = ["linked", "too_many_attempts"] as const;

export type Notice = Refusal | (typeof NOTICES)[number];

type Leaving = {
  headers: Headers;
  provider: IdentityProvider;
  next: string | undefined;
  link: boolean;
  visit: Visit;
};

/** Sends a browser to the provider, to sign in, or to link what it comes back with to the session that it has. */
export async function leaveForProvider({ headers, provider, next, link, visit }: Leaving): Promise<Response> {
  if ((await findOrganization()) === null) {
    if (wantsHtml(headers)) return seeOther("/setup");
    throw new Fault("SETUP_REQUIRED");
  }
  const owner = link ? await findCaller(headers) : null;
  // By way of the renewal: a session that only slept comes back to where it can try again.
  if (link && owner === null) return seeOther("/api/v1/auth/refresh?next=/settings");
  const landing = { provider, linking: link, next: safeNext(next) };
  const dance = await startDance(provider.id);
  if ("failed" in dance) {
    const refused = { refusal: dance.failed, subjectId: null };
    return requireAttempt({ address: visit.address })
      .then(() => turnDown(refused, { ...landing, owner, visit }))
      .catch((error) => tellFault(error, landing));
  }
  const { location, state, cookies } = dance;
  const linkTo = owner?.sessionId ?? null;
  const errand = await sealErrand({ provider: provider.id, state, next: landing.next, linkTo });
  return leaveFor(location, { named: provider.origin, cookies: [...cookies, errand] });
}

type Returning = {
  headers: Headers;
  search: string;
  query: { state?: string; error?: string };
  provider: IdentityProvider;
  visit: Visit;
};

/** Whoever comes back is in, or is told why not; nothing of the dance is left. */
export async function returnFromProvider({ headers, search, query, provider, visit }: Returning) {
  const errand = await openErrand(headers, { provider: provider.id, state: query.state });
  const response = await judge(errand).catch((error) => tellFault(error, landingOf(errand)));
  for (const cookie of clearedErrandCookies()) response.headers.append("set-cookie", cookie);
  return response;

  function landingOf(errand: Errand | null): Landing {
    return { provider, linking: errand?.linkTo != null, next: errand?.next ?? "/" };
  }

  async function judge(errand: Errand | null): Promise<Response> {
    // Whom another page sent, an image in it will do, has left for nowhere: told, and neither counted nor written down.
    if (!bringsErrand(headers)) {
      const owner = await findReturningOwner(headers);
      return tell("expired", { ...landingOf(null), linking: owner !== null });
    }
    // Counted before anything is judged or asked of the provider: each return may be a guess.
    await requireAttempt({ address: visit.address });
    const owner = await findReturningOwner(headers);
    const landing = { ...landingOf(errand), owner, visit };
    const refuse = (refusal: Refusal) => turnDown({ refusal, subjectId: null }, landing);
    if (errand === null)
      return turnDown({ refusal: "expired", subjectId: null }, { ...landing, linking: owner !== null });
    // The one who comes back has to be the one who left, or a stranger could leave their identity at somebody's account.
    if (errand.linkTo !== null && errand.linkTo !== owner?.sessionId) return refuse("session_changed");
    if (query.error !== undefined) return refuse(query.error === "access_denied" ? "denied" : "failed");
    const identity = await finishDance(provider.id, { headers, search });
    if ("failed" in identity) return refuse(identity.failed);
    return errand.linkTo !== null && owner ? link(identity, owner) : enter(identity);
  }

  async function enter(identity: Identity): Promise<Response> {
    const landing = { ...landingOf(errand), owner: null, visit };
    const entered = await enterByIdentity(identity, visit);
    if ("refusal" in entered) return turnDown(entered, landing);
    const response = seeOther(landing.next);
    for (const cookie of sessionCookies(entered.tokens)) response.headers.append("set-cookie", cookie);
    return response;
  }

  async function link(identity: Identity, owner: SessionOwner): Promise<Response> {
    const landing = { ...landingOf(errand), owner, visit };
    const refused = await linkIdentity({ owner, identity, visit });
    return refused ? turnDown(refused, landing) : tell("linked", landing);
  }
}

type Landing = { provider: IdentityProvider; linking: boolean; next: string };

/** Writes down why nothing came of it, and tells. */
async function turnDown(
  { refusal, subjectId }: Refused,
  landing: Landing & { owner: SessionOwner | null; visit: Visit },
): Promise<Response> {
  const { provider, linking, owner, visit } = landing;
  const actorId = linking ? (owner?.user.id ?? null) : null;
  await recordEvent({
    action: linking ? "identity.refused" : "session.refused",
    subjectId: subjectId ?? actorId,
    actorId,
    detail: { provider: provider.id, reason: refusal },
    visit,
  });
  return tell(refusal, landing);
}

function tellFault(error: unknown, landing: Landing): Response {
  const fault = toFault(error);
  if (fault.code === "SETUP_REQUIRED") return seeOther("/setup");
  return tell(fault.code === "RATE_LIMIT_EXCEEDED" ? "too_many_attempts" : "failed", landing);
}

function tell(notice: Notice, { provider, linking, next }: Landing): Response {
  const query = new URLSearchParams({ notice, provider: provider.id });
  if (linking) return seeOther(`/settings?${query}#identities`);
  if (next !== "/") query.set("next", next);
  return seeOther(`/login?${query}`);
}
