import type { RenewalOutcome } from "./renewal";

export type StartedSession = { access_token: string; refresh_token?: string };

/** How a session is carried: in the browser's cookies, or as tokens kept by the client. */
export type Carrier<Proof> = {
  /** The credential a request sent now would carry; null if there is certainly no session. */
  proof: () => Promise<Proof | null>;
  attach: (proof: Proof, request: Request) => void;
  /** Whether there is another proof by now, or none. */
  changedSince: (proof: Proof) => Promise<boolean>;
  /** Renews, unless another client has done it since this proof. */
  renew: (proof: Proof) => Promise<RenewalOutcome>;
  keep: (session: StartedSession) => Promise<void>;
  forget: () => Promise<void>;
  /** The request that ends the session, with all that may prove it. */
  leave: (proof: Proof | null, request: Request) => Request;
};
