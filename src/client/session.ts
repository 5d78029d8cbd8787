import { codeOf, type ErrorCode } from "./api-error";
import type { Carrier } from "./carrier";
import { RENEWAL_PATH, type Renewal } from "./renewal";

/** `code` says why: expired, revoked, or its token used twice. */
export type SessionEnded = { code: ErrorCode | undefined };

type Options<Proof> = {
  carrier: Carrier<Proof>;
  fetch: (request: Request) => Promise<Response>;
  onSessionEnded?: (ended: SessionEnded) => void;
  onReauthenticationRequired?: () => Promise<boolean>;
};

const STARTS = ["/api/v1/auth/login", "/api/v1/auth/register", "/api/v1/setup/initialize", RENEWAL_PATH];
// Its answer is a session in place of the one that asked.
const PASSWORD = "/api/v1/users/me/password";
const LOGOUT = "/api/v1/auth/logout";
const ACCOUNT = "/api/v1/users/me";

/** Codes that a renewal fixes, and codes that mean the session is over. Any other 401 is unrelated. */
const CURABLE = new Set<ErrorCode | undefined>(["TOKEN_EXPIRED", "MISSING_TOKEN"]);
const FINAL = new Set<ErrorCode | undefined>(["SESSION_REVOKED", "INVALID_TOKEN"]);

/** Sends requests with the session's credential, renews and retries when that helps, and reports when the session ends. */
export function sessionOver<Proof>({
  carrier,
  fetch,
  onSessionEnded,
  onReauthenticationRequired,
}: Options<Proof>) {
  let told = false;

  /** A call that is refused until the person has proven again who they are is sent again once they have. */
  async function send(request: Request): Promise<Response> {
    const again = onReauthenticationRequired && request.clone();
    const response = await sendOnce(request);
    if (!again || response.status !== 403) return response;
    if ((await codeOf(response)) !== "REAUTHENTICATION_REQUIRED") return response;
    return (await onReauthenticationRequired()) ? sendOnce(again) : response;
  }

  async function sendOnce(request: Request): Promise<Response> {
    const path = new URL(request.url).pathname;
    if (STARTS.some((start) => path.endsWith(start))) return start(request);
    const proof = await carrier.proof();
    if (path.endsWith(LOGOUT)) return leave(carrier.leave(proof, request));

    const spare = request.clone();
    if (proof !== null) carrier.attach(proof, request);
    const response = await fetch(request);
    if (response.ok && path.endsWith(PASSWORD)) await carrier.keep(await response.clone().json());
    if (response.ok && request.method === "DELETE" && path.endsWith(ACCOUNT)) await forget();
    if (response.status !== 401 || proof === null) return response;

    const code = await codeOf(response);
    if (FINAL.has(code)) await end(proof, code);
    if (!CURABLE.has(code)) return response;
    if (!(await carrier.changedSince(proof))) {
      const renewal = await carrier.renew(proof);
      if (renewal.outcome === "unknown") return renewal.fail();
      if (renewal.outcome === "refused") await end(proof, renewal.code);
      else told = false;
    }
    const renewed = await carrier.proof();
    if (renewed === null || told) return response;
    carrier.attach(renewed, spare);
    const answer = await fetch(spare);
    if (answer.ok && path.endsWith(PASSWORD)) await carrier.keep(await answer.clone().json());
    return answer;
  }

  async function start(request: Request) {
    const response = await fetch(request);
    if (response.ok) {
      await carrier.keep(await response.clone().json());
      told = false;
    }
    return response;
  }

  async function leave(request: Request) {
    const response = await fetch(request);
    if (response.ok) await forget();
    return response;
  }

  /** Ended deliberately, so not reported. */
  async function forget() {
    await carrier.forget();
    told = true;
  }

  /** Once, however many calls notice. */
  async function end(proof: Proof, code: ErrorCode | undefined) {
    if ((await carrier.changedSince(proof)) || told) return;
    told = true;
    await carrier.forget();
    onSessionEnded?.({ code });
  }

  async function renew(): Promise<Renewal> {
    const proof = await carrier.proof();
    if (proof === null) return "ended";
    const renewal = await carrier.renew(proof);
    if (renewal.outcome === "unknown") return "unknown";
    if (renewal.outcome === "refused") {
      await end(proof, renewal.code);
      return "ended";
    }
    told = false;
    return { expiresInSeconds: renewal.expiresInSeconds };
  }

  return { send, renew };
}
