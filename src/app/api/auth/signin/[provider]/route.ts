import { z } from "zod";
import { getProvider } from "@/domain/identities/providers";
import { endpoint } from "@/http/endpoint";
import { leaveForProvider } from "@/http/provider-sign-in";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/auth/signin/{provider}", {
  POST: endpoint({
    summary: "Leave for an identity provider",
    tag: "Sessions",
    unlisted: true,
    public: true,
    csrf: "always",
    params: z.object({ provider: z.string() }),
    query: z.object({ next: z.string().optional(), link: z.literal("true").optional() }),
    status: 303,
    handle: async ({ request, params, query, visit }) =>
      leaveForProvider({
        headers: request.headers,
        provider: getProvider(params.provider),
        next: query.next,
        link: query.link !== undefined,
        visit,
      }),
  }),
});
