import type { Carrier } from "./carrier";
import { askForRenewal, RENEWAL_PATH, singleFlight } from "./renewal";

type Options = { baseUrl: string; fetch: (request: Request) => Promise<Response> };

/** Script can't read the cookies, so the time they were used stands in for the credential. */
type Moment = { changes: number; at: number };
type LastRenewal = { at: number; expiresInSeconds: number };

/** The browser's cookies, shared by all tabs: one tab renews, the others notice. */
export function cookieCarrier({ baseUrl, fetch }: Options): Carrier<Moment> {
  const name = `gatehouse.renewal ${baseUrl}`.trim();
  let changes = 0;

  const renew = singleFlight((proof: Moment) =>
    exclusively(name, async () => {
      const other = recall(name);
      if (other && other.at > proof.at) {
        changes++;
        const passedSeconds = Math.floor((Date.now() - other.at) / 1000);
        return { outcome: "renewed" as const, expiresInSeconds: other.expiresInSeconds - passedSeconds };
      }
      const answer = await askForRenewal((signal) =>
        fetch(new Request(baseUrl + RENEWAL_PATH, { method: "POST", credentials: "include", signal })),
      );
      if (answer.outcome !== "renewed") return answer;
      changes++;
      const expiresInSeconds = answer.tokens.expires_in;
      remember(name, { at: Date.now(), expiresInSeconds });
      return { outcome: "renewed" as const, expiresInSeconds };
    }),
  );

  async function change() {
    changes++;
  }

  return {
    proof: async () => ({ changes, at: Date.now() }),
    attach: () => {},
    changedSince: async (proof) => proof.changes !== changes || (recall(name)?.at ?? 0) > proof.at,
    renew,
    keep: change,
    forget: change,
    leave: (_, request) => request,
  };
}

/** One tab at a time, if the browser supports locks. */
async function exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = typeof navigator === "object" ? navigator.locks : undefined;
  return locks ? await locks.request(name, work) : await work();
}

// Storage may be missing (workers) or blocked. Then each tab renews for itself, which the server tolerates.

function recall(name: string): LastRenewal | null {
  try {
    return JSON.parse(window.localStorage.getItem(name) ?? "null");
  } catch {
    return null;
  }
}

function remember(name: string, renewal: LastRenewal) {
  try {
    window.localStorage.setItem(name, JSON.stringify(renewal));
  } catch {}
}
