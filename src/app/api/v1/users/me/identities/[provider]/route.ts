import { z } from "zod";
import { unlinkIdentity } from "@/domain/identities/identities";
import { endpoint, FRESH_SECONDS } from "@/http/endpoint";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  "/api/v1/users/me/identities/{provider}",
  {
    DELETE: endpoint({
      summary: "Unlink an identity from my account",
      description: "Not the last way in: while there is no password, one linked identity stays.",
      tag: "Accounts",
      fresh: FRESH_SECONDS,
      params: z.object({ provider: z.string().regex(/^[\w-]{1,50}$/) }),
      status: 204,
      problems: ["NOT_FOUND", "LAST_SIGN_IN_METHOD"],
      handle: ({ caller, params, clientInfo }) =>
        unlinkIdentity({ owner: caller, provider: params.provider, clientInfo }),
    }),
  },
);
