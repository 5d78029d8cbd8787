import type { Carrier } from "./carrier";
import { askForRenewal, RENEWAL_PATH, singleFlight } from "./renewal";
import type { TokenStore, Tokens } from "./token-store";

type Options = { baseUrl: string; fetch: (request: Request) => Promise<Response>; tokens: TokenStore };

/** Tokens in the client's own store, sent in the Authorization header. */
export function bearerCarrier({ baseUrl, fetch, tokens }: Options): Carrier<Tokens> {
  const renew = singleFlight(async ({ refreshToken }: Tokens) => {
    const answer = await askForRenewal((signal) =>
      fetch(new Request(baseUrl + RENEWAL_PATH, { method: "POST", signal, ...handIn(refreshToken) })),
    );
    if (answer.outcome !== "renewed") return answer;
    // A sign-out or sign-in in the meantime takes precedence.
    const kept = await tokens.get();
    if (kept?.refreshToken === refreshToken) {
      const { access_token, refresh_token = refreshToken } = answer.tokens;
      await tokens.set({ accessToken: access_token, refreshToken: refresh_token });
    }
    return { outcome: "renewed" as const, expiresInSeconds: answer.tokens.expires_in };
  });

  return {
    proof: async () => tokens.get(),
    attach: ({ accessToken }, request) => request.headers.set("authorization", `Bearer ${accessToken}`),
    changedSince: async (proof) => (await tokens.get())?.accessToken !== proof.accessToken,
    renew,
    async keep({ access_token, refresh_token }) {
      if (refresh_token) await tokens.set({ accessToken: access_token, refreshToken: refresh_token });
    },
    forget: async () => tokens.set(null),
    // An expired access token proves nothing; the refresh token still does.
    leave: (proof, request) =>
      proof && request.body === null
        ? new Request(request, handIn(proof.refreshToken, request.headers))
        : request,
  };
}

function handIn(refreshToken: string, given?: Headers): RequestInit {
  const headers = new Headers(given);
  headers.set("content-type", "application/json");
  return { headers, body: JSON.stringify({ refresh_token: refreshToken }) };
}
