import { z } from "zod";
import { getProvider } from "@/domain/identities/providers";
import { endpoint } from "@/http/endpoint";
import { returnFromProvider } from "@/http/provider-sign-in";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/auth/callback/{provider}", {
  GET: endpoint({
    summary: "Come back from an identity provider",
    description:
      "Where the provider sends the browser. On to `next` with a session, or to the page that says why not.",
    tag: "Sessions",
    public: true,
    params: z.object({ provider: z.string() }),
    query: z.object({ state: z.string().optional(), error: z.string().optional() }),
    status: 303,
    cookies: "set",
    handle: async ({ request, params, query, clientInfo }) =>
      returnFromProvider({
        headers: request.headers,
        search: new URL(request.url).search,
        query,
        provider: getProvider(params.provider),
        clientInfo,
      }),
  }),
});
