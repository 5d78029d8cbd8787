import { z } from "zod";
import { getProvider } from "@/domain/identities/providers";
import { endpoint } from "@/http/endpoint";
import { leaveForProvider } from "@/http/provider-sign-in";
import { route } from "@/http/route";
import { flagSchema } from "@/lib/query";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/auth/signin/{provider}", {
  POST: endpoint({
    summary: "Leave for an identity provider",
    description:
      "For an HTML form of a page of ours; it has no fields. With `link` what comes back is linked to the session that the browser has; with `reauthenticate` it proves again whose that session is, where an OpenID Connect provider asks the person anew and says so in its ID token (`prompt=login`, `max_age=0`, `auth_time`).",
    tag: "Sessions",
    public: true,
    csrf: "always",
    params: z.object({ provider: z.string() }),
    query: z.object({
      next: z.string().optional(),
      link: flagSchema.optional(),
      reauthenticate: flagSchema.optional(),
      invitation: z.string().optional(),
    }),
    status: 303,
    problems: ["SETUP_REQUIRED"],
    handle: async ({ request, params, query, clientInfo }) =>
      leaveForProvider({
        headers: request.headers,
        provider: getProvider(params.provider),
        next: query.next,
        purpose: query.reauthenticate ? "reauthentication" : query.link ? "link" : "sign_in",
        invitation: query.invitation,
        clientInfo,
      }),
  }),
});
