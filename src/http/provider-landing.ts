import { recordEvent } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import type { Refusal, Refused } from "@/domain/identities/identity";
import type { IdentityProvider } from "@/domain/identities/providers";
import type { SessionOwner } from "@/domain/sessions/sessions";
import { seeOther } from "./form-state";
import { toProblem } from "./to-problem";

/** What the page that somebody lands on has to tell them (messages: `providers.notices`). */
export const NOTICES = ["linked", "too_many_attempts"] as const;

export type Notice = Refusal | (typeof NOTICES)[number];

/** What somebody leaves for a provider for, with the page that is told what came of it, and the event if it was nothing. */
const PURPOSES = {
  sign_in: { page: "/login", refused: "session.refused" },
  link: { page: "/settings/security", refused: "identity.refused" },
  reauthentication: { page: "/reauthenticate", refused: "reauthentication.refused" },
} as const;

export type Purpose = keyof typeof PURPOSES;

export type Landing = { provider: IdentityProvider; purpose: Purpose; next: string };

/** Writes down why nothing came of it, and tells. */
export async function turnDown(
  { refusal, subjectId }: Refused,
  landing: Landing & { owner: SessionOwner | null; clientInfo: ClientInfo },
): Promise<Response> {
  const { provider, purpose, owner, clientInfo } = landing;
  const actorId = purpose === "sign_in" ? null : (owner?.user.id ?? null);
  await recordEvent({
    action: PURPOSES[purpose].refused,
    subjectId: subjectId ?? actorId,
    actorId,
    detail: { provider: provider.id, reason: refusal },
    clientInfo,
  });
  return report(refusal, landing);
}

export function reportProblem(error: unknown, landing: Landing): Response {
  const problem = toProblem(error);
  if (problem.code === "SETUP_REQUIRED") return seeOther("/setup");
  return report(problem.code === "RATE_LIMIT_EXCEEDED" ? "too_many_attempts" : "failed", landing);
}

export function report(notice: Notice, { provider, purpose, next }: Landing): Response {
  const query = new URLSearchParams({ notice, provider: provider.id });
  const { page } = PURPOSES[purpose];
  if (purpose === "link") return seeOther(`${page}?${query}#identities`);
  if (next !== "/") query.set("next", next);
  return seeOther(`${page}?${query}`);
}
